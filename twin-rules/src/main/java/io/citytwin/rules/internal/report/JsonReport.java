package io.citytwin.rules.internal.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Problem.Severity;
import java.util.Locale;

/**
 * Problems for programs, in a form that stays: keys are added, never renamed. Safe for use by many threads.
 *
 * <p>{@code format}, {@code folders}, {@code errors}, {@code warnings}, {@code open_points}, and {@code problems}, each with
 * {@code code}, {@code severity}, {@code file}, {@code line}, {@code column}, {@code what}, {@code advice} and
 * {@code help}, the command that prints the page of the code.
 */
public final class JsonReport {

    private static final String FORMAT = "citytwin-check/1";

    private JsonReport() {}

    /**
     * Writes all problems.
     *
     * @param report what was found
     * @return a JSON object of several lines, in ASCII
     */
    public static String of(BundleReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("folders", report.folders());
        root.put("errors", report.count(Severity.ERROR));
        root.put("warnings", report.count(Severity.WARNING));
        root.put("open_points", report.count(Severity.OPEN_POINT));
        report.problems()
                .forEach(problem -> write(problem, root.withArray("problems").addObject()));
        root.withArray("problems");
        return Json.text(root);
    }

    private static void write(Problem problem, ObjectNode to) {
        to.put("code", problem.code().id());
        to.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        to.put("file", problem.place().file());
        to.put("line", problem.place().line());
        to.put("column", problem.place().column());
        to.put("what", problem.what());
        to.put("advice", problem.advice());
        to.put("help", problem.code().link());
    }
}
