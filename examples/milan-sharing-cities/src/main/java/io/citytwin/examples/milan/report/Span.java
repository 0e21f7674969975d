package io.citytwin.examples.milan.report;

import java.util.List;
import java.util.Optional;

/**
 * Consecutive days of one level. Immutable.
 *
 * @param state the level, as a position among the states
 * @param period its days, cut at the ends of the report
 * @param began what brought it; empty if it began before the report
 * @param ended what ended it; empty if the report ends first
 */
public record Span(int state, Period period, Optional<Cause> began, Optional<Cause> ended) {

    /**
     * What changed a level.
     *
     * @param what the decision: day, reason and provision, one line
     * @param seen runs and readings that it saw
     * @param law values that it read, each with source and publication
     */
    public record Cause(String what, List<String> seen, List<String> law) {

        /** Copies the lists. */
        public Cause {
            seen = List.copyOf(seen);
            law = List.copyOf(law);
        }
    }
}
