package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.internal.report.GithubReport;
import io.citytwin.rules.internal.report.JsonReport;
import io.citytwin.rules.internal.report.SarifReport;
import io.citytwin.rules.internal.report.TextReport;
import java.util.function.Function;

/**
 * How problems are written down. Every form escapes all text that comes from files, so that no name or value in a folder
 * can pass for something else. Immutable.
 */
public enum ReportFormat {
    /** For people: {@code file:line:column CODE sentence}, and the advice on the next line. */
    TEXT(TextReport::of),
    /** For programs: one JSON object whose keys are never renamed. */
    JSON(JsonReport::of),
    /** For code hosts and editors: SARIF 2.1.0, with the pages of the codes as help. */
    SARIF(SarifReport::of),
    /** For GitHub's workflows: commands that mark the lines of a change. */
    GITHUB(GithubReport::of);

    private final Function<BundleReport, String> writer;

    ReportFormat(Function<BundleReport, String> writer) {
        this.writer = writer;
    }

    /**
     * Writes a report.
     *
     * @param report what was found
     * @return text that ends in a line break; for {@link #TEXT} and {@link #GITHUB} nothing if there is no problem
     */
    public String write(BundleReport report) {
        return writer.apply(report);
    }
}
