package io.citytwin.examples.milan.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Consecutive civil days. Immutable.
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record Period(LocalDate from, LocalDate to) {

    /**
     * How many days it has.
     *
     * @return at least 1
     */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /**
     * Whether a day lies in it.
     *
     * @param day any day
     * @return true from the first to the last day
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
