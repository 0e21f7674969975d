package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourWindowBoundaryTest {

    private static final CivilCalendar ITALY = CivilCalendar.italy();

    @ParameterizedTest
    @CsvSource({
        "daily 07:30-19:30, 2026-01-05T06:29:59Z, 2026-01-05T06:30:00Z",
        "daily 07:30-19:30, 2026-01-05T06:30:00Z, 2026-01-05T18:30:00Z",
        "daily 07:30-19:30, 2026-01-05T18:30:00Z, 2026-01-06T06:30:00Z",
        // 2026-01-06 is Epiphany, the 10th a Saturday.
        "Mon-Fri 07:30-19:30 not holiday, 2026-01-05T18:30:00Z, 2026-01-07T06:30:00Z",
        "Mon-Fri 07:30-19:30 not holiday, 2026-01-09T18:30:00Z, 2026-01-12T06:30:00Z",
        // Midnight is no boundary where one day's window goes on into the next.
        "Sat Sun 00:00-24:00, 2026-01-09T12:00:00Z, 2026-01-09T23:00:00Z",
        "Sat Sun 00:00-24:00, 2026-01-09T23:00:00Z, 2026-01-11T23:00:00Z",
        "Fri Sat 22:00-06:00, 2026-01-09T21:00:00Z, 2026-01-10T05:00:00Z",
        "daily 22:00-06:00, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
        "daily 22:00-06:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
        // A window inside the doubled hour opens and closes twice; one inside the skipped hour not at all.
        "daily 02:15-02:45, 2026-10-25T00:15:00Z, 2026-10-25T00:45:00Z",
        "daily 02:15-02:45, 2026-10-25T00:45:00Z, 2026-10-25T01:15:00Z",
        "daily 02:15-02:45, 2026-10-25T01:15:00Z, 2026-10-25T01:45:00Z",
        "daily 02:15-02:45, 2026-03-28T01:45:00Z, 2026-03-30T00:15:00Z",
        "daily 02:15-06:00, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "daily 00:00-02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z"
    })
    void isTheNextMomentAtWhichTheAnswerChanges(String window, Instant after, Instant next) {
        assertThat(HourWindow.parse(window).nextBoundary(after, ITALY)).contains(next);
    }

    @Test
    void isEmptyIfNothingChangesWithin400Days() {
        Instant start = Instant.parse("2026-01-05T06:29:59Z");
        assertThat(HourWindow.parse("daily 00:00-24:00").nextBoundary(start, ITALY))
                .isEmpty();
        CivilCalendar closed = CivilCalendar.of(ITALY.zone());
        for (int day = 1; day <= 366; day++) {
            LocalDate date = LocalDate.ofYearDay(2028, day);
            closed = closed.withPatronDay("XX", MonthDay.from(date), "closed");
        }
        assertThat(HourWindow.parse("daily 07:30-19:30 not holiday").nextBoundary(start, closed.in("XX")))
                .isEmpty();
        assertThat(HourWindow.parse("daily 07:30-19:30 not holiday").nextBoundary(start, closed))
                .isPresent();
    }

    // Against a walk in steps of five minutes over the two nights that change and the holidays of a new year.
    @Test
    void agreesWithAWalkThroughTheMinutes() {
        SplittableRandom random = new SplittableRandom(42);
        Instant[] around = {
            Instant.parse("2026-03-27T00:00:00Z"),
            Instant.parse("2026-10-23T00:00:00Z"),
            Instant.parse("2025-12-30T00:00:00Z")
        };
        for (int i = 0; i < 150; i++) {
            HourWindow window = anyWindow(random);
            assertThat(HourWindow.parse(window.toString())).isEqualTo(window);
            Instant at = around[random.nextInt(around.length)].plus(Duration.ofMinutes(5L * random.nextInt(700)));
            Optional<Instant> next = window.nextBoundary(at, ITALY);
            assertThat(next.filter(found -> found.isBefore(at.plus(Duration.ofDays(8)))))
                    .as("%s after %s", window, at)
                    .isEqualTo(walk(window, at));
        }
    }

    private static Optional<Instant> walk(HourWindow window, Instant after) {
        boolean inside = naive(window, after);
        for (int step = 1; step < 8 * 288; step++) {
            Instant at = after.plus(Duration.ofMinutes(5L * step));
            if (naive(window, at) != inside) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    // The definition in other words: some day's window, counted in minutes since that day's midnight, covers the clock.
    private static boolean naive(HourWindow window, Instant at) {
        LocalDate today = at.atZone(ITALY.zone()).toLocalDate();
        int minute = at.atZone(ITALY.zone()).toLocalTime().toSecondOfDay() / 60;
        int from = window.from().toSecondOfDay() / 60;
        int to = window.to().toSecondOfDay() / 60;
        int end = to <= from ? to + 1440 : to;
        return (opens(window, today) && from <= minute && minute < end)
                || (opens(window, today.minusDays(1)) && from <= minute + 1440 && minute + 1440 < end);
    }

    private static boolean opens(HourWindow window, LocalDate day) {
        return window.days().contains(day) && !(window.exceptHolidays() && ITALY.isHoliday(day));
    }

    private static HourWindow anyWindow(SplittableRandom random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.add(day);
            }
        }
        // Half of the ends lie in the hours that summer time skips and doubles.
        int from = random.nextBoolean() ? random.nextInt(288) : random.nextInt(48);
        int to = (from + 1 + random.nextInt(287)) % 288;
        return new HourWindow(
                new Weekdays(days),
                LocalTime.ofSecondOfDay(from * 300L),
                LocalTime.ofSecondOfDay(to * 300L),
                random.nextBoolean());
    }
}
