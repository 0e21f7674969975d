package io.citytwin.examples.milan.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts periods at months and names these, the same on every machine. Immutable. */
final class Months {

    private Months() {}

    static List<Period> of(Period period) {
        List<Period> months = new ArrayList<>();
        LocalDate first = period.from();
        while (!first.isAfter(period.to())) {
            LocalDate end = first.withDayOfMonth(first.lengthOfMonth());
            LocalDate last = end.isAfter(period.to()) ? period.to() : end;
            months.add(new Period(first, last));
            first = last.plusDays(1);
        }
        return months;
    }

    /** Such as {@code January 2026}. */
    static String title(LocalDate day) {
        String name = day.getMonth().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " " + day.getYear();
    }

    /** Such as {@code Jan 2026}. */
    static String shortTitle(LocalDate day) {
        return title(day).substring(0, 3) + " " + day.getYear();
    }
}
