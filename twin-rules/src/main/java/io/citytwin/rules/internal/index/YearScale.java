package io.citytwin.rules.internal.index;

import io.citytwin.core.text.Markup;
import io.citytwin.rules.verify.IndexedProvision;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawIndex;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Whole years side by side. Immutable.
 *
 * @param first the first year
 * @param last the last year
 * @param year width of one
 */
record YearScale(int first, int last, int year) {

    /** Who is asked about the far past or future sees the decades around. */
    private static final int MOST_YEARS = 40;

    private static final int WIDTH = 1000;
    private static final int NARROWEST = 26;
    private static final int WIDEST = 96;
    private static final int ROOM_OF_A_NAME = 40;
    private static final int DAYS = 365;

    static YearScale of(LawIndex index) {
        int at = index.at().getYear();
        int first = index.regulations().stream()
                .flatMap(one -> one.provisions().stream())
                .mapToInt(one -> one.provision().since().getYear())
                .min()
                .orElse(at);
        int last = index.regulations().stream()
                .flatMap(one -> Stream.concat(
                        one.provisions().stream().flatMap(YearScale::turns),
                        one.planned().stream()
                                .flatMap(fact -> fact.days().stream())
                                .map(Period::first)))
                .mapToInt(LocalDate::getYear)
                .max()
                .orElse(at);
        int from = Math.max(Math.min(first, at), at - MOST_YEARS);
        int to = Math.min(Math.max(last, at) + 1, at + MOST_YEARS);
        return new YearScale(from, to, Math.max(NARROWEST, Math.min(WIDEST, WIDTH / (to - from + 1))));
    }

    private static Stream<LocalDate> turns(IndexedProvision one) {
        return Stream.concat(
                one.provision().lastDay().stream(), one.changes().stream().map(IndexedProvision.Change::day));
    }

    int width() {
        return (last - first + 1) * year;
    }

    /** Where a day begins; days outside stand at the edge. */
    int x(LocalDate day) {
        if (day.getYear() < first) {
            return 0;
        }
        return Math.min(width(), (day.getYear() - first) * year + (day.getDayOfYear() - 1) * year / DAYS);
    }

    boolean shows(LocalDate day) {
        return day.getYear() >= first && day.getYear() <= last;
    }

    /** Where the last day of a span ends. */
    int end(Period days) {
        return days.last().map(day -> x(day.plusDays(1))).orElse(width());
    }

    /** A line at the start of each year, and its number where there is room. */
    void years(Markup out, int height, int head) {
        int step = Math.max(1, (ROOM_OF_A_NAME + year - 1) / year);
        for (int one = first; one <= last; one++) {
            int x = (one - first) * year;
            out.shape("path", "class", "grid", "d", "M" + x + " " + head + "V" + height);
            if ((one - first) % step == 0) {
                out.leaf("text", String.valueOf(one), "class", "tick", "x", x + 3, "y", head - 4);
            }
        }
        out.line();
    }
}
