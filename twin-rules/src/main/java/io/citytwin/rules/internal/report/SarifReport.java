package io.citytwin.rules.internal.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.regulation.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Problems in SARIF 2.1.0, which code hosts and editors read: a rule for each code that occurs, with the code's page as
 * its help, and a result for each problem. Safe for use by many threads.
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String UNRESERVED = "-._~/";

    private SarifReport() {}

    /**
     * Writes all problems.
     *
     * @param report what was found
     * @return a JSON object of several lines, in ASCII
     */
    public static String of(BundleReport report) {
        SortedMap<String, ErrorCode> codes = new TreeMap<>();
        report.problems().forEach(problem -> codes.put(problem.code().id(), problem.code()));
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.withArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "citytwin");
        driver.putArray("rules");
        codes.values().forEach(code -> rule(code, driver.withArray("rules").addObject()));
        run.put("columnKind", "utf16CodeUnits");
        run.putArray("results");
        List<String> order = new ArrayList<>(codes.keySet());
        report.problems()
                .forEach(problem -> result(
                        problem,
                        order.indexOf(problem.code().id()),
                        run.withArray("results").addObject()));
        return Json.text(root);
    }

    private static void rule(ErrorCode code, ObjectNode rule) {
        rule.put("id", code.id());
        rule.putObject("shortDescription").put("text", code.meaning());
        String page = code.page().orElse(code.meaning());
        rule.putObject("fullDescription").put("text", code.meaning());
        rule.putObject("help").put("text", page + "\n" + code.link()).put("markdown", page);
    }

    private static void result(Problem problem, int rule, ObjectNode result) {
        result.put("ruleId", problem.code().id());
        result.put("ruleIndex", rule);
        result.put("level", level(problem.severity()));
        result.putObject("message").put("text", problem.what() + "\n" + problem.advice());
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        Place place = problem.place();
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        physical.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
    }

    private static String level(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case OPEN_POINT -> "note";
        };
    }

    /** A path as a reference: every sign that could mean something in it is written as its bytes. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (one & 0xFF);
            boolean plain = sign < 0x80 && (Character.isLetterOrDigit(sign) || UNRESERVED.indexOf(sign) >= 0);
            uri.append(plain ? String.valueOf(sign) : String.format(java.util.Locale.ROOT, "%%%02X", (int) sign));
        }
        return uri.toString();
    }
}
