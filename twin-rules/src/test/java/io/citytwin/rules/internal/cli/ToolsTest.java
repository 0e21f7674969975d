package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToolsTest extends AbstractToolTest {

    static Stream<String> ours() {
        return ServiceLoader.load(Tool.class).stream()
                .filter(one -> one.type().getPackage().equals(ToolsTest.class.getPackage()))
                .map(one -> one.get().name());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void helpShowsAnExample(String tool) {
        assertThat(run(tool, "--help")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("Usage: citytwin " + tool, "Examples:", "  citytwin " + tool + " ");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void anUnknownOptionCouldNotRun(String tool) {
        assertThat(run(tool, "--nonsense")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "--nonsense", "--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checkOfAFolderWithoutMistakesCountsItsOpenPoints() {
        assertThat(run("check", "northland", "--today", "2026-03-13")).isEqualTo(Tool.OK);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("northland/smoke-rules/regulation.yaml:14:3 R125 "))
                .endsWith("more: citytwin help R125", "2 folders, 0 mistakes, 5 warnings, 4 open points");
        assertThat(run("check", "northland/heating", "--today", "2026-03-13")).isEqualTo(Tool.OK);
        assertThat(lines()).containsExactly("1 folders, 0 mistakes, 0 warnings, 0 open points");
    }

    @Test
    void checkWarnsOfOldValuesAndPointsAtThePage() {
        assertThat(run("check", "northland", "--today", "2026-03-14", "--stale-after", "0"))
                .isEqualTo(Tool.OK);
        assertThat(lines().get(0))
                .startsWith("northland/heating/regulation.yaml:")
                .contains(" R119 ", "`2026-03-13`");
        assertThat(lines())
                .endsWith("more: citytwin help R119 R125", "2 folders, 0 mistakes, 7 warnings, 4 open points");
        assertThat(run("check", "northland", "--today", "2026-03-14", "--stale-after", "1"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).doesNotContain("R119");
    }

    @Test
    void checkWritesOtherForms() throws IOException {
        northland.changed("state.yaml", "take: mean", "take: meen");

        assertThat(run("check", "northland", "--format", "json", "--today", "2026-03-13"))
                .isEqualTo(Tool.FINDINGS);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("folders").asInt()).isEqualTo(2);
        assertThat(json.path("problems").get(0).path("file").asText()).isEqualTo("northland/smoke-rules/state.yaml");
        assertThat(run("check", "northland", "--format", "sarif")).isEqualTo(Tool.FINDINGS);
        assertThat(new ObjectMapper().readTree(out.toString()).path("version").asText())
                .isEqualTo("2.1.0");
        assertThat(run("check", "northland", "--format", "github", "--quiet")).isEqualTo(Tool.FINDINGS);
        assertThat(lines()).allMatch(line -> line.startsWith("::error file=northland/smoke-rules/"));
        assertThat(run("check", "northland", "--format", "html")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`html`", "sarif");
    }

    @Test
    void checkSaysWhatTheEngineTellsApart() {
        assertThat(run("check", "northland", "--engine", "--today", "2026-03-13"))
                .isEqualTo(Tool.OK);
        assertThat(lines())
                .contains("xx.northland.smoke/Level: at most 576 classes")
                .anyMatch(line -> line.matches("  Province\\.over +register, at 2, 4 days: 3 parts"))
                .contains("  law: checkDays, onDays, season");
        assertThat(run("check", "northland", "--engine", "--format", "json")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("--engine");
    }

    @Test
    void checkCountsTheClassesOfACity() throws IOException {
        Path inventory = Files.createDirectories(directory.resolve("inventory"));
        Files.writeString(inventory.resolve("vehicles.csv"), """
                id,category,fuel,euro,dpf
                one,M1,diesel,3,none
                two,M1,diesel,3,none
                three,M1,electric,,
                """);
        assertThat(run("check", "northland", "--engine", "--city", "inventory", "--today", "2026-03-13"))
                .isEqualTo(Tool.OK);
        assertThat(lines()).contains("  in the city: 3 of Vehicle in 2 classes");
    }

    @Test
    void checkRefusesDaysAndSpansThatAreNone() {
        assertThat(run("check", "northland", "--today", "13.3.2026")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`13.3.2026`");
        assertThat(run("check", "northland", "--stale-after", "soon")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`soon`");
        assertThat(run("check", "northland", "--all")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`northland`");
    }

    @Test
    void checkListsOpenPointsOnRequest() {
        assertThat(run("check", "--open", "northland")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("northland/smoke-rules/parameters.yaml:", "`RECALLED`");
    }

    @Test
    void checkNamesFilesFromWhereItWasCalled() {
        northland
                .changed("state.yaml", "take: mean", "take: meen")
                .changed("cases/4-traffic.yaml", "euro: 1}", "eru: 1}");

        assertThat(run("check", "northland", "--quiet")).isEqualTo(Tool.FINDINGS);
        assertThat(lines().get(0))
                .startsWith("northland/smoke-rules/state.yaml:")
                .contains("`meen`");
    }

    @Test
    void checkReadsCasesAsWell() {
        northland.changed("cases/4-traffic.yaml", "euro: 1}", "eru: 1}");

        assertThat(run("check", "northland", "--quiet")).isEqualTo(Tool.FINDINGS);
        assertThat(lines().get(0))
                .startsWith("northland/smoke-rules/cases/4-traffic.yaml:5:")
                .contains("`eru`");
    }

    @Test
    void aMissingPathCouldNotRun() {
        assertThat(run("check", "nowhere")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run("test", "nowhere")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C111", "nowhere");
    }

    @Test
    void testPassesAndSaysWhatEachProvisionDid() {
        assertThat(run("test", "northland")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("xx.northland.smoke/traffic", "24 cases", "0 failed");
        assertThat(out.toString()).doesNotContain("  not covered");
    }

    @Test
    void testPrintsAFailureWithPlaceBothValuesAndReason() {
        northland.changed("cases/4-traffic.yaml", "07:30:00: {forbidden: traffic}", "07:30:00: allowed");

        assertThat(run("test", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(lines())
                .contains("  expected allowed", "  actual   {forbidden: traffic}")
                .anyMatch(line -> line.startsWith("northland/smoke-rules/cases/4-traffic.yaml:10:3 "))
                .anyMatch(line -> line.contains("xx.northland.smoke/traffic (Vehicles stopped; Act 1"));
    }

    @Test
    void testSaysFirstWhatDiffers() {
        northland.changed("cases/5-heating.yaml", "{limit: 19, forbidden: heating}", "{limit: 18, forbidden: heating}");

        assertThat(run("test", "northland")).isEqualTo(Tool.FINDINGS);
        int first = lines().indexOf("  expected {limit: 18, forbidden: heating}");
        assertThat(lines().get(first - 1)).endsWith(": the limit is 19, not 18");
        assertThat(lines().get(first + 2)).startsWith("    FORBIDDEN");
    }

    @Test
    void testCoverageNamesValuesAndRowsThatNoCaseNeeds() {
        assertThat(run("test", "--coverage", "northland")).isEqualTo(Tool.OK);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("xx.northland.smoke/onDays")
                        && line.contains("2017-10-01")
                        && line.contains("never: northland/smoke-rules/parameters.yaml:7:7"))
                .anyMatch(line -> line.startsWith("xx.northland.smoke/onDays") && !line.contains("never"))
                .anyMatch(line -> line.endsWith(" never decided an expectation"));
    }

    @Test
    void testWritesWhatContinuousIntegrationReads() throws Exception {
        northland.changed("cases/4-traffic.yaml", "07:30:00: {forbidden: traffic}", "07:30:00: allowed");

        assertThat(run("test", "northland", "--junit", "cases.xml")).isEqualTo(Tool.FINDINGS);
        assertThat(Files.readString(directory.resolve("cases.xml")))
                .contains("<testsuite name=\"northland/smoke-rules\"", "failures=\"1\"")
                .contains("file=\"northland/smoke-rules/cases/4-traffic.yaml\" line=\"10\"");

        assertThat(run("test", "northland", "--junit", "no/such/cases.xml")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "cases.xml");
    }

    @Test
    void testMutateListsWhatNobodyNoticesAndGoesOnAloud() {
        assertThat(run("test", "--mutate-most", "60", "--seed", "1", "northland"))
                .isEqualTo(Tool.FINDINGS);
        assertThat(err.toString()).contains("xx.northland.smoke: 50 of 60 changes tried");
        assertThat(lines())
                .anyMatch(line -> line.startsWith("northland/smoke-rules/") && line.contains(" becomes "))
                .anyMatch(line -> line.startsWith("xx.northland.smoke: 60 changes tried, "));
        String once = out.toString();
        run("test", "--mutate-most", "60", "--seed", "1", "northland");
        assertThat(out).hasToString(once);
    }

    @Test
    void testMutateTriesNothingWhileACaseFails() {
        northland.changed("cases/4-traffic.yaml", "07:30:00: {forbidden: traffic}", "07:30:00: allowed");

        assertThat(run("test", "--mutate", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("No change was tried");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void testOfNoCaseIsAFailure() {
        northland.withoutCases();

        assertThat(run("test", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("R306", "northland/smoke-rules/regulation.yaml:1:1");
    }

    @Test
    void testOfARefusedFolderIsAFailure() {
        northland.changed("state.yaml", "take: mean", "take: meen");

        assertThat(run("test", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("`meen`", "0 cases");
    }
}
