package io.citytwin.rules.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was proved of explanations. Immutable.
 *
 * @param answers how many answers were explained
 * @param levels how many states of levels were explained
 * @param flips how many flips were applied, those of time included
 * @param unreachable flips of counters that no passage at the question's gate can bring about, one line each
 * @param whyNots how many failed conditions were looked at
 * @param failures what turned out wrong, one line each
 */
public record ExplanationReport(
        int answers, int levels, int flips, List<String> unreachable, int whyNots, List<String> failures) {

    /** Copies the lists. */
    public ExplanationReport {
        unreachable = List.copyOf(unreachable);
        failures = List.copyOf(failures);
    }

    /**
     * Both reports in one.
     *
     * @param other about other cases
     * @return sums, this report's failures first
     */
    public ExplanationReport and(ExplanationReport other) {
        return new ExplanationReport(
                answers + other.answers,
                levels + other.levels,
                flips + other.flips,
                Stream.concat(unreachable.stream(), other.unreachable.stream()).toList(),
                whyNots + other.whyNots,
                Stream.concat(failures.stream(), other.failures.stream()).toList());
    }
}
