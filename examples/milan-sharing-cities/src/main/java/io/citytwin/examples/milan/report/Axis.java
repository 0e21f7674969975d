package io.citytwin.examples.milan.report;

import java.time.LocalDate;
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

    static Optional<Period> within(Period period, Period frame) {
        LocalDate from = period.from().isBefore(frame.from()) ? frame.from() : period.from();
        LocalDate to = period.to().isAfter(frame.to()) ? frame.to() : period.to();
        return from.isAfter(to) ? Optional.empty() : Optional.of(new Period(from, to));
    }
}
