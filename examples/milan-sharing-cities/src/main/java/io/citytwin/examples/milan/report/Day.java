package io.citytwin.examples.milan.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day of a province. Immutable.
 *
 * @param date the civil day
 * @param state the level in force, as a position among the states
 * @param held true if the level stayed because what would decide it was unknown
 * @param mean daily mean as known when the next day's decision was made; empty if too few stations had data
 * @param run days in a row above the limit that end with this one
 */
public record Day(LocalDate date, int state, boolean held, Optional<BigDecimal> mean, RunDays run) {

    /**
     * The length of a run as far as it is known.
     *
     * @param least number of days
     * @param most number of days
     */
    public record RunDays(int least, int most) {

        /** No day of a run. */
        public static final RunDays NONE = new RunDays(0, 0);

        /** The number of days, with a plus if days without a value before them may count too. */
        @Override
        public String toString() {
            return least == most ? Integer.toString(least) : least + "+";
        }
    }

    /**
     * Whether the mean is above the limit.
     *
     * @param limits all limits of the report
     * @return false if either is not known
     */
    public boolean above(Iterable<Limit> limits) {
        for (Limit limit : limits) {
            if (limit.period().contains(date)) {
                return mean.isPresent() && mean.get().compareTo(limit.value()) > 0;
            }
        }
        return false;
    }
}
