package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyInstantTest {

    private static final CivilCalendar ITALY = CivilCalendar.italy();

    @ParameterizedTest
    @CsvSource({
        "daily 12:00, 2026-01-05T10:59:59Z, 2026-01-05T11:00:00Z",
        "daily 12:00, 2026-01-05T11:00:00Z, 2026-01-06T11:00:00Z",
        "daily 12:00, 2026-01-05T11:00:01Z, 2026-01-06T11:00:00Z",
        "daily 00:00, 2026-01-05T22:59:59Z, 2026-01-05T23:00:00Z",
        // 02:30 is skipped on 29 March and comes twice on 25 October.
        "daily 02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "daily 02:30, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
        "daily 02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "daily 02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "daily 12:00, 2026-10-25T10:00:00Z, 2026-10-25T11:00:00Z"
    })
    void comesOncePerCivilDay(String text, Instant after, Instant next) {
        assertThat(DailyInstant.parse(text).nextAfter(after, ITALY)).isEqualTo(next);
        assertThat(DailyInstant.parse(text).on(ITALY.dateOf(next), ITALY)).isEqualTo(next);
    }

    @Test
    void comesOnEveryDayOfTheYear() {
        DailyInstant decision = DailyInstant.parse("daily 02:15");
        Instant at = ITALY.startOf(LocalDate.of(2026, 1, 1));
        for (int day = 0; day < 365; day++) {
            at = decision.nextAfter(at, ITALY);
            assertThat(ITALY.dateOf(at)).isEqualTo(LocalDate.of(2026, 1, 1).plusDays(day));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily 12:00", "daily 00:00", "daily 23:59"})
    void readsBackItsText(String text) {
        assertThat(DailyInstant.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12:00",
                "daily",
                "daily 24:00",
                "daily 12:60",
                "daily 9:00",
                "daily 12",
                "Daily 12:00",
                "daily  12:00",
                "daily 12:00 ",
                "Mon 12:00",
                "daily 12:00:00",
                "daily 12.00"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> DailyInstant.parse(text)).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreError.WINDOW);
            assertThat(refused.problem()).contains("`" + text + "`");
            assertThat(refused.advice()).contains("`daily 12:00`");
        });
    }

    @Test
    void refusesSeconds() {
        assertThatThrownBy(() -> new DailyInstant(LocalTime.of(12, 0, 1))).hasMessageContaining("`daily 12:00:01`");
    }
}
