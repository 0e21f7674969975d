package io.citytwin.examples.milan.report;

import java.util.List;

/**
 * A question with its answer. Immutable.
 *
 * @param asked the question with its moment, one sentence
 * @param outcome such as {@code FORBIDDEN}
 * @param reasons what it rests on
 * @param others provisions that could have decided and did not, or what is unknown, one line each
 */
public record Answer(String asked, String outcome, List<Reason> reasons, List<String> others) {

    /** Copies the lists. */
    public Answer {
        reasons = List.copyOf(reasons);
        others = List.copyOf(others);
    }

    /**
     * A provision that applies.
     *
     * @param provision id, title and source
     * @param says its sentence for citizens, may be blank
     * @param lines values of law, readings and comparisons, one line each
     */
    public record Reason(String provision, String says, List<String> lines) {

        /** Copies the lines. */
        public Reason {
            lines = List.copyOf(lines);
        }
    }
}
