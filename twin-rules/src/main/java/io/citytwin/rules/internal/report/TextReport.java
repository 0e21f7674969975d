package io.citytwin.rules.internal.report;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import java.util.stream.Collectors;

/** Problems for people at a terminal: place, code and sentence on one line, the advice below. Safe for use by many threads. */
public final class TextReport {

    private TextReport() {}

    /**
     * Writes all problems.
     *
     * @param report what was found
     * @return two lines for each; empty if there are none
     */
    public static String of(BundleReport report) {
        return report.problems().stream().map(TextReport::of).collect(Collectors.joining());
    }

    private static String of(Problem problem) {
        return SafeText.of(problem.place() + " " + problem.code().id() + " " + problem.what()) + "\n  "
                + SafeText.of(problem.advice()) + "\n";
    }
}
