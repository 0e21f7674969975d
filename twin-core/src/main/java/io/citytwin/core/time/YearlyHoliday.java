package io.citytwin.core.time;

import java.time.LocalDate;
import java.time.MonthDay;

/** A holiday on the same day of every year from some year on. Immutable. */
record YearlyHoliday(MonthDay day, String name, int firstYear, boolean recalled) {

    static YearlyHoliday of(int month, int day, String name) {
        return new YearlyHoliday(MonthDay.of(month, day), name, Integer.MIN_VALUE, false);
    }

    boolean falls(LocalDate date) {
        return date.getYear() >= firstYear && day.equals(MonthDay.from(date));
    }

    boolean exists(int year) {
        return year >= firstYear && day.isValidYear(year);
    }

    Holiday in(int year) {
        return new Holiday(day.atYear(year), name, recalled);
    }
}
