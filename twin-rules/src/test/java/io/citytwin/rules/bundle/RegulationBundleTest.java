package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegulationBundleTest {

    private static final Path NORTHLAND = Path.of("src/test/resources/folders/northland");
    private static final String SMOG = "xx.northland.smog";
    private static final String HEATING = "xx.state.heating";

    @TempDir
    private Path temp;

    @Test
    void aFolderWithoutMistakesIsReadWhole() {
        RegulationBundle bundle = RegulationBundle.directory(NORTHLAND);

        assertThat(bundle.report().isClean()).as(bundle.report().text()).isTrue();
        assertThat(bundle.report().folders()).isEqualTo(2);
        assertThat(bundle.regulations()).extracting(Regulation::id).containsExactly(SMOG, HEATING);
        Regulation smog = bundle.find(SMOG).orElseThrow();
        assertThat(smog.rank()).isEqualTo(4);
        assertThat(smog.rules().names()).containsExactly("on", "off", "traffic", "heating");
        assertThat(smog.cases()).containsOnlyKeys("cases/1-on.yaml");
        assertThat(smog.uses()).containsEntry("heating", HEATING);
        assertThat(smog.state().levels()).containsOnlyKeys("Level");
        assertThat(smog.parameters()
                        .find("onDays")
                        .orElseThrow()
                        .values()
                        .get(0)
                        .rows())
                .containsExactly("N1", "N2");
    }

    @Test
    void doubtfulFactsAreOpenPointsAndRefuseNothing() {
        BundleReport report = RegulationBundle.directory(NORTHLAND).report();

        assertThat(report.problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.OPEN_POINT))
                .allSatisfy(problem -> assertThat(problem.code().id()).isEqualTo("R118"));
        assertThat(report.errors()).isEmpty();
    }

    @Test
    void theUpperEndOfARangeCoversItsSubClasses() {
        LawValue.OfTable table = (LawValue.OfTable) RegulationBundle.directory(NORTHLAND)
                .find(SMOG)
                .orElseThrow()
                .parameters()
                .find("Stopped")
                .orElseThrow()
                .values()
                .get(0)
                .value();

        // 0 to 5 with 5A and 5B, and from 6D-TEMP to 6D without 6E.
        assertThat(table.rows().get(1).cells()).containsEntry("euro", names(0, 8));
        assertThat(table.rows().get(2).cells()).containsEntry("euro", names(12, 14));
        assertThat(table.rows().get(0).cells()).containsEntry("note", new LawValue.TextCell("cars, buses"));
        assertThat(table.rows().get(0).place().line()).isEqualTo(2);
    }

    private static LawValue.NamesCell names(int from, int to) {
        BitSet names = new BitSet();
        names.set(from, to);
        return new LawValue.NamesCell(names);
    }

    @Test
    void aBrokenFolderDoesNotStopTheOthers() throws IOException {
        Folders.copy(NORTHLAND, temp);
        Files.writeString(temp.resolve("smog/state.yaml"), "levels: [", java.nio.file.StandardOpenOption.APPEND);

        RegulationBundle bundle = RegulationBundle.directory(temp);

        assertThat(bundle.regulations()).extracting(Regulation::id).containsExactly(HEATING);
        assertThat(bundle.find(SMOG)).isEmpty();
        assertThat(bundle.report().errors()).isNotEmpty();
        assertThat(bundle.report().folders()).isEqualTo(2);
    }

    @Test
    void theReportNamesFileLineColumnAndCodeAndBelowThemTheAdvice() {
        BundleReport report = RegulationBundle.directory(Path.of("src/test/resources/malformed/misspelt-key"))
                .report();

        assertThat(report.text())
                .isEqualTo("parameters.yaml:4:8 R103 `fro` is not a key here.\n  Maybe `from`.\n")
                .isEqualTo(report.toString());
    }

    @Test
    void aMissingDirectoryIsSaidSo() {
        assertThatThrownBy(() -> RegulationBundle.directory(temp.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        refused -> assertThat(refused.code().id()).isEqualTo("C111"))
                .hasMessageContaining("nowhere");
    }

    @Test
    void aDirectoryWithoutFoldersIsEmptyAndClean() {
        RegulationBundle bundle = RegulationBundle.directory(temp);

        assertThat(bundle.regulations()).isEmpty();
        assertThat(bundle.report().folders()).isZero();
    }

    @Test
    void foldersOfTwoBundlesMayUseEachOther() {
        RegulationBundle below = RegulationBundle.directory(NORTHLAND.resolve("heating"));
        RegulationBundle above = RegulationBundle.directory(NORTHLAND.resolve("smog"));

        assertThat(above.find(SMOG)).isEmpty();
        assertThat(above.report().text()).contains("R108").contains(HEATING);
        assertThat(below.and(above).find(SMOG)).isPresent();
        assertThat(below.and(above).report().errors()).isEmpty();
    }

    @Test
    void theUpperLayerWinsUnlessItIsRefused() throws IOException {
        RegulationBundle shipped = RegulationBundle.directory(NORTHLAND);
        Folders.copy(NORTHLAND.resolve("heating"), temp);
        Path parameters = temp.resolve("parameters.yaml");
        Files.writeString(parameters, Files.readString(parameters).replace("value: 20", "value: 19"));
        RegulationBundle own = RegulationBundle.directory(temp);
        Files.writeString(parameters, Files.readString(parameters).replace("value: 19", "value: 19 degC"));
        RegulationBundle broken = RegulationBundle.directory(temp);

        assertThat(maximum(shipped)).isEqualTo("20 degC");
        assertThat(maximum(shipped.and(own))).isEqualTo("19 degC");
        assertThat(maximum(own.and(shipped))).isEqualTo("20 degC");
        assertThat(maximum(shipped.and(own).and(broken))).isEqualTo("19 degC");
        assertThat(shipped.and(own).and(broken).report().errors()).hasSize(1);
    }

    private static String maximum(RegulationBundle bundle) {
        return bundle.find(HEATING)
                .orElseThrow()
                .parameters()
                .find("indoorMax")
                .orElseThrow()
                .values()
                .get(0)
                .value()
                .toString();
    }

    @Test
    void theHashFollowsTheBytesAndNothingElse() throws IOException {
        Folders.copy(NORTHLAND, temp.resolve("some/where/else"));
        List<String> before = hashes(NORTHLAND);

        assertThat(hashes(temp)).isEqualTo(before).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        Files.writeString(temp.resolve("some/where/else/smog/README.md"), "changed");
        assertThat(hashes(temp).get(0)).isNotEqualTo(before.get(0));
        assertThat(hashes(temp).get(1)).isEqualTo(before.get(1));
    }

    @Test
    void theHashIsTheSameOnEveryMachine() throws IOException {
        Files.writeString(temp.resolve("parameters.yaml"), "{}\n");
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.empty
                title: {en: Empty}
                jurisdiction: XX
                authority: Nobody
                rank: state
                verified: 2026-03-13
                sources: {act1: {act: Act 1}}
                """);

        assertThat(hashes(temp)).containsExactly("b6fb644e8244c2e65b16b320245a8301b65749774ca5de972d1514716ec79343");
    }

    private static List<String> hashes(Path directory) {
        return RegulationBundle.directory(directory).regulations().stream()
                .map(Regulation::hash)
                .toList();
    }
}
