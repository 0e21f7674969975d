package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {

    private static final String HOSTILE = "a\n::error::b%0A\u001b[2J\u202e\u2028,c:d";

    private static final BundleReport REPORT = new BundleReport(
            List.of(
                    problem(Problem.Severity.ERROR, "laws/one file.yaml", "`x` is wrong."),
                    problem(Problem.Severity.WARNING, HOSTILE, "`" + HOSTILE + "` is wrong."),
                    problem(Problem.Severity.OPEN_POINT, "laws/two.yaml", "50 % of `x` is not sure.")),
            2);

    private static final BundleReport NOTHING = new BundleReport(List.of(), 1);

    private static Problem problem(Problem.Severity severity, String file, String what) {
        return new Problem(RulesError.OVERLAP, severity, new Place(file, 3, 7), what, "Maybe `y`.");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void noFormLetsSignsThroughThatATerminalObeys(ReportFormat format) {
        assertThat(format.write(REPORT)).doesNotContain("\u001b", "\u202e", "\u2028", "\r", "a\n::error::b");
    }

    @Test
    void textShowsOddSignsAsNumbersAndLeavesOthersAlone() {
        assertThat(ReportFormat.TEXT.write(REPORT).lines())
                .containsExactly(
                        "laws/one file.yaml:3:7 R107 `x` is wrong.",
                        "  Maybe `y`.",
                        "a\\u{a}::error::b%0A\\u{1b}[2J\\u{202e}\\u{2028},c:d:3:7 R107"
                                + " `a\\u{a}::error::b%0A\\u{1b}[2J\\u{202e}\\u{2028},c:d` is wrong.",
                        "  Maybe `y`.",
                        "laws/two.yaml:3:7 R107 50 % of `x` is not sure.",
                        "  Maybe `y`.");
        assertThat(ReportFormat.TEXT.write(NOTHING)).isEmpty();
    }

    @Test
    void githubGetsOneCommandForEachProblem() {
        assertThat(ReportFormat.GITHUB.write(REPORT).lines())
                .containsExactly(
                        "::error file=laws/one file.yaml,line=3,col=7,title=R107::`x` is wrong.%0AMaybe `y`.",
                        "::warning file=a\\u{a}%3A%3Aerror%3A%3Ab%250A\\u{1b}[2J\\u{202e}\\u{2028}%2Cc%3Ad,line=3,col=7,"
                                + "title=R107::`a\\u{a}::error::b%250A\\u{1b}[2J\\u{202e}\\u{2028},c:d` is wrong."
                                + "%0AMaybe `y`.",
                        "::notice file=laws/two.yaml,line=3,col=7,title=R107::50 %25 of `x` is not sure.%0AMaybe `y`.");
        assertThat(ReportFormat.GITHUB.write(NOTHING)).isEmpty();
    }

    @Test
    void jsonKeepsEveryValueAsItIs() throws IOException {
        JsonNode root = new ObjectMapper().readTree(ReportFormat.JSON.write(REPORT));

        assertThat(root.path("format").asText()).isEqualTo("citytwin-check/1");
        assertThat(root.path("folders").asInt()).isEqualTo(2);
        assertThat(root.path("errors").asInt()).isEqualTo(1);
        assertThat(root.path("warnings").asInt()).isEqualTo(1);
        assertThat(root.path("open_points").asInt()).isEqualTo(1);
        assertThat(root.path("problems")).hasSize(3);
        JsonNode hostile = root.path("problems").get(1);
        assertThat(hostile.path("file").asText()).isEqualTo(HOSTILE);
        assertThat(hostile.path("what").asText()).isEqualTo("`" + HOSTILE + "` is wrong.");
        assertThat(hostile.path("code").asText()).isEqualTo("R107");
        assertThat(hostile.path("severity").asText()).isEqualTo("warning");
        assertThat(hostile.path("line").asInt()).isEqualTo(3);
        assertThat(hostile.path("column").asInt()).isEqualTo(7);
        assertThat(hostile.path("advice").asText()).isEqualTo("Maybe `y`.");
        assertThat(hostile.path("help").asText()).isEqualTo("citytwin help R107");
        assertThat(new ObjectMapper().readTree(ReportFormat.JSON.write(NOTHING)).path("problems"))
                .isEmpty();
    }

    @Test
    void sarifHasARuleWithItsPageAndAResultForEachProblem() throws IOException {
        JsonNode root = new ObjectMapper().readTree(ReportFormat.SARIF.write(REPORT));

        assertThat(root.path("version").asText()).isEqualTo("2.1.0");
        JsonNode run = root.path("runs").get(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).path("id").asText()).isEqualTo("R107");
        assertThat(rules.get(0).path("help").path("text").asText())
                .startsWith("# R107 " + RulesError.OVERLAP.meaning())
                .endsWith("citytwin help R107");
        assertThat(run.path("results")).hasSize(3);
        assertThat(run.path("results").findValuesAsText("level")).containsExactly("error", "warning", "note");
        JsonNode first = run.path("results").get(0);
        assertThat(first.path("ruleIndex").asInt()).isZero();
        assertThat(first.path("message").path("text").asText()).isEqualTo("`x` is wrong.\nMaybe `y`.");
        JsonNode where = first.path("locations").get(0).path("physicalLocation");
        assertThat(where.path("region").path("startLine").asInt()).isEqualTo(3);
        assertThat(where.path("region").path("startColumn").asInt()).isEqualTo(7);
        assertThat(where.path("artifactLocation").path("uri").asText()).isEqualTo("laws/one%20file.yaml");
        assertThat(new ObjectMapper()
                        .readTree(ReportFormat.SARIF.write(NOTHING))
                        .path("runs")
                        .get(0)
                        .path("results")
                        .isArray())
                .isTrue();
    }

    @Test
    void sarifNamesFilesSoThatNoNameMeansAnotherPlace() throws IOException {
        assertThat(uri("laws/caf\u00e9.yaml")).isEqualTo("laws/caf%C3%A9.yaml");
        assertThat(uri("http://elsewhere/x?y#z")).isEqualTo("http%3A//elsewhere/x%3Fy%23z");
        assertThat(uri("/laws/one.yaml")).isEqualTo("file:///laws/one.yaml");
        assertThat(URI.create(uri(HOSTILE)).getScheme()).isNull();
    }

    private static String uri(String file) throws IOException {
        BundleReport one = new BundleReport(List.of(problem(Problem.Severity.ERROR, file, "`x` is wrong.")), 1);
        return new ObjectMapper()
                .readTree(ReportFormat.SARIF.write(one))
                .findValue("uri")
                .asText();
    }
}
