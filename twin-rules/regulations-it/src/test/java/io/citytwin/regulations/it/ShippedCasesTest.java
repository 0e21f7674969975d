package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedCasesTest {

    private static RegulationBundle bundle;
    private static CaseReport report;

    @BeforeAll
    static void runAllCases() {
        bundle = RegulationBundle.classpath();
        report = Cases.runAll(bundle);
    }

    @Test
    void everyExpectationIsMet() {
        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.results()).hasSizeGreaterThan(200);
    }

    // No provision without a case that fires it and one that does not.
    @Test
    void everyProvisionIsCoveredOnBothSides() {
        assertThat(report.uncovered()).isEmpty();
        assertThat(report.coverage())
                .extracting(covered -> covered.provision().id())
                .contains("it.lombardia.antismog/traffic", "it.lombardia.antismog/level.second");
    }

    @Test
    void theFoldersHaveNoMistakesAndShowWhatIsNotSure() {
        BundleReport read = bundle.report();
        assertThat(read.errors()).isEmpty();
        assertThat(read.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.OPEN_POINT)
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("`levelSecondDays` from `2023-10-01`") && what.contains("RECALLED"))
                .anyMatch(what -> what.contains("`Stopped` from `2023-10-01`"));
    }
}
