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

    /** A year after they were read, each is to be read again; only that depends on the day. */
    @Test
    void theFoldersAreCleanButForTheirOpenPointsUntilTheyAreToBeReadAgain() {
        BundleReport report = FolderCheck.of(bundle, VERIFIED.plusDays(366)).run();

        assertThat(report.problems())
                .as(report.text())
                .filteredOn(problem -> problem.severity() != Problem.Severity.OPEN_POINT)
                .extracting(
                        problem -> problem.place().file() + " " + problem.code().id())
                .containsExactlyInAnyOrderElementsOf(bundle.regulations().stream()
                        .map(one -> one.id().replace('.', '/') + "/regulation.yaml R119")
                        .toList());
        assertThat(report.count(Problem.Severity.OPEN_POINT)).isPositive();
    }

    @Test
    void everyGroupOfRulesHasABound() {
        for (Regulation regulation : bundle.regulations()) {
            assertThat(GroupReads.of(bundle, regulation)).isNotEmpty().allMatch(GroupReads::isBounded);
        }
    }
}
