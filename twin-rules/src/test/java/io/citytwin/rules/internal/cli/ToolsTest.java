package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsTest extends AbstractToolTest {

    @ParameterizedTest
    @ValueSource(strings = {"ask", "check", "explain", "levels", "test"})
    void helpShowsAnExample(String tool) {
        assertThat(run(tool, "--help")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("Usage: citytwin " + tool, "Examples:", "  citytwin " + tool + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "check", "explain", "levels", "test"})
    void anUnknownOptionCouldNotRun(String tool) {
        assertThat(run(tool, "--nonsense")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "--nonsense", "--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checkOfAFolderWithoutMistakesCountsItsOpenPoints() {
        assertThat(run("check", "northland")).isEqualTo(Tool.OK);
        assertThat(lines()).containsExactly("2 folders, 0 mistakes, 0 warnings, 4 open points");
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

    private static final String[] ASK = {
        "ask",
        "--folder",
        "northland",
        "--given",
        "Vehicle/v category=M1 fuel=petrol euro=1 place=mill",
        "--given",
        "Municipality/mill province=pa",
        "--given",
        "Province/pa Level=first",
        "--may",
        "circulate"
    };

    @Test
    void askSaysWhy() {
        assertThat(run(with(ASK, "--at", "2026-01-18T10:00"))).isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("FORBIDDEN").contains("Level first: petrol lpg", "Act 2 of 2024-06-24");
    }

    @Test
    void askOutsideTheHoursIsAllowedAndAlsoAnAnswer() {
        assertThat(run(with(ASK, "--at", "2026-01-18T19:30"))).isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("ALLOWED");
    }

    @Test
    void askSeesTheLawAsPublishedByADay() {
        assertThat(run(with(ASK, "--at", "2026-01-18T10:00", "--published", "2024-06-01")))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("UNKNOWN").contains("Stopped");
    }

    @Test
    void askReadsACaseFileWithAMoment() {
        assertThat(run(
                        "ask",
                        "--folder",
                        "northland",
                        "northland/smoke-rules/cases/5-heating.yaml",
                        "--at",
                        "2026-01-18 10:00"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("FORBIDDEN").contains("limit 19 degC");
    }

    @Test
    void askSaysWhatAPassageCosts() {
        String[] passage = {
            "ask",
            "--folder",
            Path.of("src/test/resources/gates").toAbsolutePath().toString(),
            "--given",
            "Vehicle/v category=M1 fuel=diesel euro=6 length=4 homeZone=outer holder=anna service=private",
            "--given",
            "Gate/g zone=inner reserved=false",
            "--given",
            "Zone/inner code=XX-1-M-I",
            "--given",
            "Zone/outer code=XX-1-M-O",
            "--through",
            "Gate/g",
            "--regulation",
            "xx.northland.inner"
        };
        assertThat(run(with(passage, "--at", "2025-11-11T10:00"))).isEqualTo(Tool.OK);
        assertThat(out.toString())
                .startsWith("ALLOWED case:Vehicle.v through case:Gate.g")
                .contains("fee 7.5 EUR", "spends xx.northland.inner/tickets", "Act 2 of 2023-09-01");
    }

    @Test
    void askSaysWhatIsMissingOrMisspelt() {
        assertThat(run(ASK)).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run(with(ASK, "--at", "18.1.2026"))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run(
                        "ask",
                        "--folder",
                        "northland",
                        "--given",
                        "Vehicle/v feul=petrol",
                        "--may",
                        "enter",
                        "--at",
                        "2026-01-18T10:00"))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("--given:1:11", "`feul`", "`fuel`");
        assertThat(out.toString()).isEmpty();
    }
}
