package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.FolderCheck;
import io.citytwin.rules.verify.GroupReads;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** What a number is computed of, each twin has its own. */
    @Test
    void everyGroupOfRulesHasABoundUnlessItComputes() {
        Set<String> unbounded = new TreeSet<>();
        for (Regulation regulation : bundle.regulations()) {
            List<GroupReads> groups = GroupReads.of(bundle, regulation);
            assertThat(groups).isNotEmpty();
            groups.stream()
                    .filter(group -> !group.isBounded())
                    .forEach(group -> unbounded.add(group.regulation() + "/" + group.group()));
        }
        assertThat(unbounded)
                .containsExactly(
                        "it.nazionale.energy-indicators/emissions",
                        "it.nazionale.energy-indicators/gap",
                        "it.torino.tape/cut",
                        "it.torino.tape/laterCut");
    }
}
