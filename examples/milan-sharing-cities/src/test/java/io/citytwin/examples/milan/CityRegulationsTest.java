package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.TORINO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.milan.city.City;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import io.citytwin.rules.verify.ExplainedCases;
import io.citytwin.rules.verify.ExplanationReport;
import io.citytwin.rules.verify.FolderCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the cities bring themselves: folders without a line of Java, proved by their own cases. */
class CityRegulationsTest {

    private static List<String> ownOf(City city) {
        return city.regulations().top().regulations().stream()
                .map(Regulation::id)
                .toList();
    }

    @Test
    void aCityAddsItsOwnFoldersToThoseThatAreShipped() {
        assertThat(ownOf(MILANO)).containsExactly("it.milano.sharing");
        assertThat(TORINO.own()).isEmpty();
        assertThat(TORINO.regulations().find("it.torino.ztl-centrale")).isPresent();
    }

    @Test
    void theirCasesHoldAndCoverEachProvisionOnBothSides() {
        RegulationBundle bundle = MILANO.regulations();
        assertThat(bundle.report().errors()).isEmpty();
        for (Regulation own : bundle.top().regulations()) {
            CaseReport report = Cases.run(bundle, own);
            assertThat(report.problems()).isEmpty();
            assertThat(report.failures()).isEmpty();
            assertThat(report.uncovered()).isEmpty();
        }
    }

    @Test
    void theyAreCleanButForTheirOpenPoints() {
        for (City city : List.of(MILANO, TORINO)) {
            BundleReport report = FolderCheck.of(city.regulations(), LocalDate.of(2026, 3, 13))
                    .run();
            assertThat(report.count(Problem.Severity.WARNING)).as(report.text()).isZero();
            assertThat(report.isClean()).isTrue();
        }
    }

    /** House rules claim devices: they have no answers that could flip, and what is said of them is proved all the same. */
    @Test
    void theirExplanationsAreProvedByAskingAgain() {
        Set<String> shipped = RegulationBundle.classpath().regulations().stream()
                .map(Regulation::id)
                .collect(Collectors.toSet());
        List<Regulation> own = MILANO.regulations().top().regulations().stream()
                .filter(one -> !shipped.contains(one.id()))
                .toList();
        assertThat(own).isNotEmpty();
        for (Regulation one : own) {
            ExplanationReport report = ExplainedCases.prove(MILANO.regulations(), one);
            assertThat(report.failures()).isEmpty();
            assertThat(report.unreachable()).isEmpty();
            assertThat(report.flips()).isLessThanOrEqualTo(report.answers());
        }
    }

    /** The site's rules claim devices, and no authority stands below them. */
    @Test
    void houseRulesRankBelowAllLaw() {
        List<Regulation> all = MILANO.regulations().regulations();
        int house = MILANO.regulations().find("it.milano.sharing").orElseThrow().rank();
        assertThat(all)
                .filteredOn(regulation -> !regulation.id().equals("it.milano.sharing"))
                .isNotEmpty()
                .allMatch(law -> law.rank() > house);
    }
}
