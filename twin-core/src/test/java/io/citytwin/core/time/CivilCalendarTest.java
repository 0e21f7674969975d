package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivilCalendarTest {

    private static final CivilCalendar ITALY = CivilCalendar.italy();
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(4, 25),
            MonthDay.of(5, 1),
            MonthDay.of(6, 2),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(12, 8),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    // L. 260/1949, art. 2. The dates of Easter Monday are copied from an almanac, not computed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-04-22", "2020-04-13", "2021-04-05", "2022-04-18", "2023-04-10", "2024-04-01",
                "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17", "2029-04-02", "2030-04-22"
            })
    void everyDayOfTheYearIsAHolidayOrNot(LocalDate easterMonday) {
        int year = easterMonday.getYear();
        Set<LocalDate> expected = FIXED.stream().map(day -> day.atYear(year)).collect(Collectors.toSet());
        expected.add(easterMonday);
        expected.add(easterMonday.minusDays(1));
        if (year >= 2026) {
            expected.add(LocalDate.of(year, 10, 4));
        }
        LocalDate newYear = LocalDate.of(year, 1, 1);
        Set<LocalDate> found = IntStream.range(0, newYear.lengthOfYear())
                .mapToObj(newYear::plusDays)
                .filter(ITALY::isHoliday)
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(expected);
        assertThat(ITALY.holidays(year))
                .extracting(Holiday::date)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSameElementsAs(expected);
    }

    // The earliest and the latest Easter there can be, and the two years in which Gauss's first rule fails.
    @ParameterizedTest
    @ValueSource(strings = {"1818-03-22", "2038-04-25", "1954-04-18", "1981-04-19", "2000-04-23"})
    void findsEasterInItsExtremeYears(LocalDate sunday) {
        assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    }

    // L. 151/2025 was not read: the calendar says so.
    @Test
    void theFourthOfOctoberIsAHolidayFrom2026OnAndMarkedAsRecalled() {
        assertThat(ITALY.isHoliday(LocalDate.of(2025, 10, 4))).isFalse();
        assertThat(ITALY.isHoliday(LocalDate.of(2026, 10, 4))).isTrue();
        assertThat(ITALY.holidays(2026).stream().filter(Holiday::recalled))
                .extracting(Holiday::date)
                .containsExactly(LocalDate.of(2026, 10, 4));
        assertThat(ITALY.holidays(2025)).noneMatch(Holiday::recalled);
    }

    @Test
    void patronDaysAreHolidaysOfTheirAreaOnly() {
        LocalDate ambrogio = LocalDate.of(2026, 12, 7);
        assertThat(ITALY.isHoliday(ambrogio)).isFalse();
        assertThat(ITALY.isHoliday(ambrogio, "IT-MI")).isTrue();
        assertThat(ITALY.isHoliday(ambrogio, "IT-TO")).isFalse();
        assertThat(ITALY.isHoliday(LocalDate.of(2026, 6, 24), "IT-TO")).isTrue();
        assertThat(ITALY.isHoliday(LocalDate.of(2026, 12, 8), "IT-XX")).isTrue();
        assertThat(ITALY.in("IT-MI").isHoliday(ambrogio)).isTrue();
        assertThat(ITALY.in("IT-MI").isHoliday(ambrogio, "IT-MI")).isTrue();
        assertThat(ITALY.in("IT-TO").isHoliday(ambrogio)).isFalse();
        assertThat(ITALY.in("IT-MI").holidays(2026)).contains(new Holiday(ambrogio, "Sant'Ambrogio", false));
    }

    @Test
    void anAddedPatronDayLeavesTheOldCalendarAsItIs() {
        CivilCalendar more = ITALY.withPatronDay("IT-BG", MonthDay.of(8, 26), "Sant'Alessandro")
                .withPatronDay("IT-BG", MonthDay.of(2, 29), "leap day");
        assertThat(more.isHoliday(LocalDate.of(2026, 8, 26), "IT-BG")).isTrue();
        assertThat(ITALY.isHoliday(LocalDate.of(2026, 8, 26), "IT-BG")).isFalse();
        assertThat(more.in("IT-BG").holidays(2027))
                .noneMatch(holiday -> holiday.name().equals("leap day"));
        assertThat(more.in("IT-BG").holidays(2028)).contains(new Holiday(LocalDate.of(2028, 2, 29), "leap day", false));
    }

    @Test
    void aCalendarWithoutACountryHasNoHoliday() {
        CivilCalendar calendar = CivilCalendar.of(ZoneId.of("Asia/Tokyo"));
        assertThat(calendar.holidays(2026)).isEqualTo(List.of());
        assertThat(calendar.isHoliday(LocalDate.of(2026, 4, 6))).isFalse();
        assertThat(calendar.startOf(LocalDate.of(2026, 1, 1))).isEqualTo(Instant.parse("2025-12-31T15:00:00Z"));
    }

    // Summer time: 2026-03-29 02:00 becomes 03:00, 2026-10-25 03:00 becomes 02:00 (Directive 2000/84/EC).
    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 07:30, 2026-01-15T06:30:00Z",
        "2026-07-15, 07:30, 2026-07-15T05:30:00Z",
        "2026-03-29, 00:00, 2026-03-28T23:00:00Z",
        "2026-03-29, 01:59, 2026-03-29T00:59:00Z",
        "2026-03-29, 02:00, 2026-03-29T01:00:00Z",
        "2026-03-29, 02:30, 2026-03-29T01:00:00Z",
        "2026-03-29, 03:00, 2026-03-29T01:00:00Z",
        "2026-03-29, 03:01, 2026-03-29T01:01:00Z",
        "2026-10-25, 01:59, 2026-10-24T23:59:00Z",
        "2026-10-25, 02:00, 2026-10-25T00:00:00Z",
        "2026-10-25, 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25, 03:00, 2026-10-25T02:00:00Z",
        "2026-10-26, 00:00, 2026-10-25T23:00:00Z"
    })
    void findsTheMomentOfACivilTimeAlsoInTheNightsThatChange(LocalDate date, LocalTime time, Instant moment) {
        assertThat(ITALY.at(date, time)).isEqualTo(moment);
        assertThat(ITALY.dateOf(moment)).isEqualTo(date);
    }

    @Test
    void aDayStartsWhereTheDayBeforeEnds() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            assertThat(ITALY.dateOf(ITALY.startOf(day))).isEqualTo(day);
            assertThat(ITALY.dateOf(ITALY.startOf(day).minusNanos(1))).isEqualTo(day.minusDays(1));
        }
    }

    // São Paulo began summer time at midnight until 2018: that day had no 00:00.
    @Test
    void aDayWithoutMidnightStartsAfterTheGap() {
        CivilCalendar brazil = CivilCalendar.of(ZoneId.of("America/Sao_Paulo"));
        assertThat(brazil.startOf(LocalDate.of(2018, 11, 4))).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }
}
