package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HourWindowTest {

    private static final CivilCalendar ITALY = CivilCalendar.italy();

    @ParameterizedTest
    @CsvSource({
        "daily 07:30-19:30, daily 07:30-19:30",
        "Mon-Fri 07:30-19:30 not holiday, Mon-Fri 07:30-19:30 not holiday",
        "Sat Fri 22:00-06:00, Fri Sat 22:00-06:00",
        "daily 00:00-24:00, daily 00:00-24:00",
        "daily 22:00-00:00, daily 22:00-24:00",
        "Mon 23:59-00:01, Mon 23:59-00:01"
    })
    void writesItsShortestText(String text, String canonical) {
        assertThat(HourWindow.parse(text)).hasToString(canonical);
        assertThat(HourWindow.parse(canonical)).isEqualTo(HourWindow.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "07:30-19:30",
                "daily",
                "daily 7:30-19:30",
                "daily 07:30-24:01",
                "daily 24:00-06:00",
                "daily 07:30-25:00",
                "daily 07:30-19:60",
                "daily 07:30 19:30",
                "daily 07:30-07:30",
                "daily 00:00-00:00",
                "daily 07:30-19:30 not holidays",
                "daily 07:30-19:30 ",
                "daily 07:30-19:30  not holiday",
                "Mon-Fry 07:30-19:30",
                "daily 07:30-19:30-20:00",
                "daily 07.30-19.30"
            })
    void refusesWhatIsNoWindow(String text) {
        assertThatThrownBy(() -> HourWindow.parse(text)).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreError.WINDOW);
            assertThat(refused.problem()).contains("`");
            assertThat(refused.advice()).startsWith("Maybe ").contains("`Mon-Fri");
        });
    }

    @Test
    void refusesAnEmptyWindowAndSeconds() {
        Weekdays daily = Weekdays.parse("daily");
        LocalTime eight = LocalTime.of(8, 0);
        assertThatThrownBy(() -> new HourWindow(daily, eight, eight, false))
                .hasMessageContaining("`daily 08:00-08:00`");
        assertThatThrownBy(() -> new HourWindow(daily, eight, eight.plusSeconds(1), false))
                .hasMessageContaining("`daily 08:00-08:00:01`");
        assertThat(new HourWindow(daily, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false))
                .isEqualTo(HourWindow.parse("daily 00:00-24:00"));
    }

    // Hours are half-open: the first minute is in, the last is out, from both sides.
    @ParameterizedTest
    @CsvSource({
        "daily 07:30-19:30, 2026-01-06T07:29:59, false",
        "daily 07:30-19:30, 2026-01-06T07:30, true",
        "daily 07:30-19:30, 2026-01-06T19:29:59, true",
        "daily 07:30-19:30, 2026-01-06T19:30, false",
        "daily 00:00-24:00, 2026-01-06T00:00, true",
        "daily 00:00-24:00, 2026-01-06T23:59:59, true",
        "Mon 22:00-24:00, 2026-01-05T21:59:59, false",
        "Mon 22:00-24:00, 2026-01-05T22:00, true",
        "Mon 22:00-24:00, 2026-01-05T23:59:59, true",
        "Mon 22:00-24:00, 2026-01-06T00:00, false",
        // 2026-01-06, a Tuesday, is Epiphany.
        "Mon-Fri 07:30-19:30 not holiday, 2026-01-05T12:00, true",
        "Mon-Fri 07:30-19:30 not holiday, 2026-01-06T12:00, false",
        "Mon-Fri 07:30-19:30, 2026-01-06T12:00, true",
        "Mon-Fri 07:30-19:30 not holiday, 2026-01-10T12:00, false",
        // Over midnight the weekday is that of the start: 2026-01-09 is a Friday.
        "Fri Sat 22:00-06:00, 2026-01-09T05:59, false",
        "Fri Sat 22:00-06:00, 2026-01-09T21:59:59, false",
        "Fri Sat 22:00-06:00, 2026-01-09T22:00, true",
        "Fri Sat 22:00-06:00, 2026-01-10T05:59:59, true",
        "Fri Sat 22:00-06:00, 2026-01-10T06:00, false",
        "Fri Sat 22:00-06:00, 2026-01-11T05:59:59, true",
        "Fri Sat 22:00-06:00, 2026-01-11T06:00, false",
        "Fri Sat 22:00-06:00, 2026-01-11T22:00, false",
        // So is the holiday.
        "daily 22:00-06:00 not holiday, 2026-01-06T05:59:59, true",
        "daily 22:00-06:00 not holiday, 2026-01-06T22:00, false",
        "daily 22:00-06:00 not holiday, 2026-01-07T05:59:59, false",
        "daily 22:00-06:00 not holiday, 2026-01-07T22:00, true"
    })
    void isHalfOpenAndBelongsToTheDayItStartsOn(String window, LocalDateTime local, boolean inside) {
        Instant moment = local.atZone(ITALY.zone()).toInstant();
        assertThat(HourWindow.parse(window).contains(moment, ITALY)).isEqualTo(inside);
    }

    // The clock on the wall counts: nothing is in a skipped hour, both of a doubled hour are.
    @ParameterizedTest
    @CsvSource({
        "daily 07:30-19:30, 2026-03-28T06:30:00Z, true",
        "daily 07:30-19:30, 2026-03-28T06:29:59Z, false",
        "daily 07:30-19:30, 2026-03-29T05:30:00Z, true",
        "daily 07:30-19:30, 2026-03-29T05:29:59Z, false",
        "daily 07:30-19:30, 2026-10-25T06:30:00Z, true",
        "daily 07:30-19:30, 2026-10-25T06:29:59Z, false",
        "daily 07:30-19:30, 2026-10-25T18:30:00Z, false",
        "daily 02:15-02:45, 2026-03-29T00:59:59Z, false",
        "daily 02:15-02:45, 2026-03-29T01:00:00Z, false",
        "daily 02:15-06:00, 2026-03-29T01:00:00Z, true",
        "daily 02:15-02:45, 2026-10-25T00:15:00Z, true",
        "daily 02:15-02:45, 2026-10-25T00:45:00Z, false",
        "daily 02:15-02:45, 2026-10-25T01:15:00Z, true",
        "daily 02:15-02:45, 2026-10-25T01:45:00Z, false"
    })
    void followsTheClockOnTheWallInTheNightsThatChange(String window, Instant moment, boolean inside) {
        assertThat(HourWindow.parse(window).contains(moment, ITALY)).isEqualTo(inside);
    }

    @Test
    void countsThePatronDayInTheCalendarOfItsArea() {
        HourWindow window = HourWindow.parse("Mon-Fri 07:30-19:30 not holiday");
        Instant ambrogio = Instant.parse("2026-12-07T11:00:00Z");
        assertThat(window.contains(ambrogio, ITALY)).isTrue();
        assertThat(window.contains(ambrogio, ITALY.in("IT-MI"))).isFalse();
        assertThat(window.contains(ambrogio, ITALY.in("IT-TO"))).isTrue();
    }
}
