package io.citytwin.rules.internal.report;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import java.util.stream.Collectors;

/** Problems as workflow commands, which GitHub shows beside the changed lines. Safe for use by many threads. */
public final class GithubReport {

    private GithubReport() {}

    /**
     * Writes all problems.
     *
     * @param report what was found
     * @return one line for each; empty if there are none
     */
    public static String of(BundleReport report) {
        return report.problems().stream().map(GithubReport::of).collect(Collectors.joining());
    }

    private static String of(Problem problem) {
        String message = SafeText.of(problem.what()) + "\n" + SafeText.of(problem.advice());
        return "::" + command(problem.severity())
                + " file=" + property(problem.place().file())
                + ",line=" + problem.place().line()
                + ",col=" + problem.place().column()
                + ",title=" + property(problem.code().id())
                + "::" + data(message) + "\n";
    }

    private static String command(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case OPEN_POINT -> "notice";
        };
    }

    /** After the second pair of colons these three signs are special. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Before it, colons and commas are as well. */
    private static String property(String text) {
        return data(SafeText.of(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
