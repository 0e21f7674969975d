package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** What charts have at their left side, and how they cut periods. Immutable. */
final class Axis {

    static final int WIDTH = 104;
    private static final int MOST_LETTERS = 15;

    private Axis() {}

    /** A name that fits beside a row; the whole name stands in the tooltips and in the text. */
    static String shortened(String name) {
        return name.length() <= MOST_LETTERS
                ? name
                : name.substring(0, MOST_LETTERS - 1).strip() + "…";
    }

    /** Names beside rows; they stay where they are while the chart is scrolled. */
    static void names(Markup out, Collection<String> names, Rows rows) {
        out.open("svg", "class", "side", "width", WIDTH, "height", rows.height(names.size()), "aria-hidden", "true");
        int y = rows.head() + rows.baseline();
        for (String name : names) {
            out.leaf("text", shortened(name), "class", "name", "x", 0, "y", y);
            y += rows.row();
        }
        out.end();
    }

    /** Opens the chart beside the names, with the months above. */
    static void plot(Markup out, DayScale scale, int height, String label) {
        out.open("svg", "class", "plot", "width", scale.width(), "height", height, "role", "img", "aria-label", label);
        scale.months(out, 11);
        out.line();
    }

    /** How high a chart's head and rows are, and where in a row its name stands. */
    record Rows(int head, int row, int baseline) {
        int height(int rows) {
            return head + row * rows;
        }
    }

    static Optional<Period> within(Period period, Period frame) {
        LocalDate from = period.from().isBefore(frame.from()) ? frame.from() : period.from();
        LocalDate to = period.to().isAfter(frame.to()) ? frame.to() : period.to();
        return from.isAfter(to) ? Optional.empty() : Optional.of(new Period(from, to));
    }
}
