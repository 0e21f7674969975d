package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.FolderCheck;
import io.citytwin.rules.verify.GroupReads;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What {@code citytwin check --all} says of the shipped folders. */
class ShippedCheckTest {

    private static final LocalDate VERIFIED = LocalDate.of(2026, 3, 13);

    private final RegulationBundle bundle = RegulationBundle.classpath();

    @Test
    void theFoldersAreCleanButForTheirOpenPoints() {
        BundleReport report = FolderCheck.of(bundle, VERIFIED).run();

        assertThat(report.problems())
                .as(report.text())
                .isNotEmpty()
                .allMatch(problem -> problem.severity() == Problem.Severity.OPEN_POINT);
    }

    @Test
    void aYearLaterEachOfThemIsToBeReadAgain() {
        BundleReport report = FolderCheck.of(bundle, VERIFIED.plusDays(366)).run();

        assertThat(report.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.WARNING)
                .extracting(problem -> problem.code().id())
                .containsExactly("R119", "R119", "R119", "R119");
    }

    @Test
    void everyGroupOfRulesHasABound() {
        for (Regulation regulation : bundle.regulations()) {
            assertThat(GroupReads.of(bundle, regulation)).isNotEmpty().allMatch(GroupReads::isBounded);
        }
    }
}
