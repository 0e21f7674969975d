package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.verify.JunitXml;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of the cases of one or several regulations. Immutable.
 *
 * @param results one for each expectation, in the order of regulations, files and lines
 * @param problems cases that cannot be understood, and regulations without cases; each counts as a failure
 * @param coverage one for each provision, in the order of regulations and names
 * @param values one for each dated value and each table row, in the order of regulations and places
 */
public record CaseReport(
        List<CaseResult> results,
        List<Problem> problems,
        List<ProvisionCoverage> coverage,
        List<ValueCoverage> values) {

    /** Copies the lists. */
    public CaseReport {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
        coverage = List.copyOf(coverage);
        values = List.copyOf(values);
    }

    /**
     * Of no case.
     *
     * @return what other reports are added to
     */
    public static CaseReport none() {
        return new CaseReport(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Whether cases were run and all came out as expected.
     *
     * @return false also if there was no case at all
     */
    public boolean passed() {
        return !results.isEmpty() && problems.isEmpty() && failures().isEmpty();
    }

    /**
     * What came out otherwise.
     *
     * @return in the order of {@link #results}
     */
    public List<CaseResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /**
     * Provisions without a case that fires them, or without one that does not.
     *
     * @return in the order of {@link #coverage}
     */
    public List<ProvisionCoverage> uncovered() {
        return coverage.stream().filter(one -> !one.covered()).toList();
    }

    /**
     * Dated values and table rows that no case needs: none of them decided an expectation.
     *
     * @return in the order of {@link #values}
     */
    public List<ValueCoverage> unusedValues() {
        return values.stream().filter(one -> !one.covered()).toList();
    }

    /**
     * How many cases and variants were run.
     *
     * @return 0 if nothing was
     */
    public long cases() {
        return results.stream()
                .map(result -> List.of(result.regulation(), result.place().file(), result.title()))
                .distinct()
                .count();
    }

    /**
     * The report for continuous integration, in the XML that JUnit made common: a suite for each folder, a test for each
     * expectation, an error for each problem.
     *
     * @return the same text for the same report; characters that XML forbids are left out
     */
    public String junitXml() {
        return JunitXml.of(this);
    }

    /**
     * Both reports in one.
     *
     * @param other the cases of other regulations
     * @return this report's entries first
     */
    public CaseReport and(CaseReport other) {
        return new CaseReport(
                both(results, other.results),
                both(problems, other.problems),
                both(coverage, other.coverage),
                both(values, other.values));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
