package io.citytwin.rules.internal.backtest;

import io.citytwin.core.text.Markup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Days that are drawn beside each other, at most a year of them, cut in the middle of summer. Immutable.
 *
 * @param first first day
 * @param last last day
 */
record Stretch(LocalDate first, LocalDate last) {

    /** Width of a day. */
    static final int DAY = 3;

    private static final int CUT = 7;
    private static final int ROOM_OF_A_MONTH = 40;

    static List<Stretch> of(LocalDate first, LocalDate last) {
        List<Stretch> found = new ArrayList<>();
        LocalDate start = first;
        while (!start.isAfter(last)) {
            LocalDate cut = LocalDate.of(start.getYear(), CUT, 1);
            LocalDate next = start.isBefore(cut) ? cut : cut.plusYears(1);
            LocalDate end = next.minusDays(1).isBefore(last) ? next.minusDays(1) : last;
            found.add(new Stretch(start, end));
            start = next;
        }
        return found;
    }

    String title() {
        return first + " to " + last;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    int x(LocalDate day) {
        return (int) (day.toEpochDay() - first.toEpochDay()) * DAY;
    }

    int width() {
        return x(last) + DAY;
    }

    /** From the later of two first days to the earlier of two last days; empty days have no width. */
    int width(LocalDate from, LocalDate to) {
        return Math.max(0, x(to.isBefore(last) ? to : last) + DAY - from(from));
    }

    int from(LocalDate day) {
        return x(day.isBefore(first) ? first : day);
    }

    /** A line at the start of each month, and its name where there is room. */
    void months(Markup out, int height) {
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            LocalDate start = month.atDay(1);
            int x = from(start);
            if (contains(start)) {
                out.shape("path", "class", "grid", "d", "M" + x + " 0V" + height);
            }
            if (width(start, month.atEndOfMonth()) >= ROOM_OF_A_MONTH) {
                out.leaf("text", month.toString(), "class", "tick", "x", x + 3, "y", height - 3);
            }
        }
    }

    /** A drawing that scrolls sideways where it is wider than the page, beside names that stay. */
    void frame(Markup out, String label, Side side, int height) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        out.open("svg", "class", "side", "width", Side.WIDTH, "height", height, "aria-hidden", "true");
        side.write(out);
        out.end();
        out.open("svg", "width", width(), "height", height, "role", "img", "aria-label", label);
    }

    /** What stands at the left. */
    interface Side {

        int WIDTH = 130;

        void write(Markup out);
    }
}
