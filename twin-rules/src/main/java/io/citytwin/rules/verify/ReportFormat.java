package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.internal.report.GithubReport;
import io.citytwin.rules.internal.report.JsonReport;
import io.citytwin.rules.internal.report.SarifReport;
import io.citytwin.rules.internal.report.TextReport;

/**
 * How problems are written down. Every form escapes all text that comes from files, so that no name or value in a folder
 * can pass for something else. Immutable.
 */
public enum ReportFormat {
    /** For people: {@code file:line:column CODE sentence}, and the advice on the next line. */
    TEXT,
    /** For programs: one JSON object whose keys are never renamed. */
    JSON,
    /** For code hosts and editors: SARIF 2.1.0, with the pages of the codes as help. */
    SARIF,
    /** For GitHub's workflows: commands that mark the lines of a change. */
    GITHUB;

    /**
     * Writes a report.
     *
     * @param report what was found
     * @return text that ends in a line break; for {@link #TEXT} and {@link #GITHUB} nothing if there is no problem
     */
    public String write(BundleReport report) {
        return switch (this) {
            case TEXT -> TextReport.of(report);
            case JSON -> JsonReport.of(report);
            case SARIF -> SarifReport.of(report);
            case GITHUB -> GithubReport.of(report);
        };
    }
}
