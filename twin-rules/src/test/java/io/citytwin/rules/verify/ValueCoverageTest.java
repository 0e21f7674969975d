package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which dated values and table rows a case needs. */
class ValueCoverageTest {

    @TempDir
    Path directory;

    private static List<String> of(CaseReport report, String parameter) {
        return report.values().stream()
                .filter(one -> one.parameter().equals(parameter))
                .map(one -> one.validity().from() + " " + one.value() + ": " + (one.covered() ? "needed" : "never"))
                .toList();
    }

    @Test
    void eachValueOfItsTimeIsNeededByTheCasesOfThatTime() {
        CaseReport report = Northland.copiedTo(directory).run();

        assertThat(of(report, "onDays")).containsExactly("2017-10-01 4 days: never", "2024-10-01 2 days: needed");
        assertThat(of(report, "pm10Limit")).containsExactly("2017-10-01 50 ug/m3: needed");
    }

    @Test
    void aRowIsNeededByWhomItStopsUnderTheLawOfItsTime() {
        CaseReport report = Northland.copiedTo(directory).run();

        List<ValueCoverage> rows = report.values().stream()
                .filter(one -> one.kind() == ValueCoverage.Kind.ROW)
                .toList();
        assertThat(rows).allMatch(row -> row.place().file().equals("smoke-rules/tables/stopped.csv"));
        // The same file stands for two years; only the later one is asked about.
        assertThat(rows)
                .extracting(row -> row.validity().from().getYear() + " " + row.covered())
                .contains("2024 true")
                .doesNotContain("2017 true");
    }

    @Test
    void lawThatWasNotReadIsNeededWhereTheAnswerIsUnknownForIt() {
        Northland northland = Northland.copiedTo(directory);
        assertThat(of(northland.run(), "Stopped")).contains("2023-10-01 unknown: needed");

        northland.changed(
                "cases/4-traffic.yaml",
                "  - law not read:  {given: {Province/pa: {Level: {2024-01-20: first}}}, expect: {2024-01-22 10:00: {unknown: Stopped}}}",
                "");

        assertThat(of(northland.run(), "Stopped")).contains("2023-10-01 unknown: never");
    }

    @Test
    void whatIsUnusedIsListedAndAddsUpOverFolders() {
        CaseReport report = Northland.copiedTo(directory).run();

        assertThat(report.unusedValues()).isNotEmpty().noneMatch(ValueCoverage::covered);
        assertThat(report.and(report).values()).hasSize(2 * report.values().size());
    }

    @Test
    void theOrderOfTheFilesChangesNothing() {
        Northland northland = Northland.copiedTo(directory);
        CaseReport before = northland.run();

        northland.renamed("cases/1-level-on.yaml", "cases/9-level-on.yaml");

        CaseReport after = northland.run();
        assertThat(after.coverage()).isEqualTo(before.coverage());
        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.results()).hasSameSizeAs(before.results()).isNotEqualTo(before.results());
        assertThat(after.passed()).isTrue();
    }
}
