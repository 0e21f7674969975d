package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import io.citytwin.rules.verify.FolderCheck;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The site's rule on the power of districts. */
class GridRulesTest {

    private final RegulationBundle grid = RegulationBundle.directory(SharedEvening.GRID);

    @Test
    void itsCasesHoldAndCoverEachProvisionOnBothSides() {
        assertThat(grid.report().errors()).isEmpty();
        CaseReport report = Cases.run(grid, grid.find("it.milano.grid").orElseThrow());
        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.uncovered()).isEmpty();
    }

    @Test
    void nothingInItIsDoubtful() {
        BundleReport report = FolderCheck.of(grid, LocalDate.of(2026, 3, 13)).run();
        assertThat(report.count(Problem.Severity.WARNING)).as(report.text()).isZero();
    }
}
