package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.TORINO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.signal.Directive;
import io.citytwin.examples.milan.city.City;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import io.citytwin.rules.verify.ExplainedCases;
import io.citytwin.rules.verify.ExplanationReport;
import io.citytwin.rules.verify.FolderCheck;
import java.time.Instant;
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
        assertThat(ownOf(MILANO)).containsExactly("it.milano.grid", "it.milano.sharing");
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
        BundleReport report =
                FolderCheck.of(MILANO.regulations(), LocalDate.of(2026, 3, 13)).run();
        assertThat(report.count(Problem.Severity.WARNING)).as(report.text()).isZero();
        assertThat(report.isClean()).isTrue();
    }

    /** Most house rules claim devices and have no answers that could flip; what is said of them is proved all the same. */
    @Test
    void theirExplanationsAreProvedByAskingAgain() {
        Set<String> shipped = RegulationBundle.classpath().regulations().stream()
                .map(Regulation::id)
                .collect(Collectors.toSet());
        List<Regulation> own = MILANO.regulations().top().regulations().stream()
                .filter(one -> !shipped.contains(one.id()))
                .toList();
        ExplanationReport report = own.stream()
                .map(one -> ExplainedCases.prove(MILANO.regulations(), one))
                .reduce(ExplanationReport::and)
                .orElseThrow();
        assertThat(report.failures()).isEmpty();
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.flips()).isPositive();
    }

    /** The site's rules claim devices, and no authority stands below them. */
    @Test
    void houseRulesRankBelowAllLaw() {
        List<Regulation> all = MILANO.regulations().regulations();
        List<String> house = ownOf(MILANO);
        int highest = house.stream()
                .mapToInt(id -> MILANO.regulations().find(id).orElseThrow().rank())
                .max()
                .orElseThrow();
        assertThat(all)
                .filteredOn(regulation -> !house.contains(regulation.id()))
                .isNotEmpty()
                .allMatch(law -> law.rank() > highest);
    }

    /** UNI 11248: with less than half its traffic a post of class M4 keeps what class M5 needs, two thirds of its light. */
    @Test
    void lawBoundsHowFarTheSiteDimsItsLampPosts() {
        AssetTypes types = AssetTypes.builtIn();
        String control = " lightControl=traffic controlWorks=true trafficSample=10 trafficSamples=2 holdTime=10";
        RegulationEngine engine = RegulationEngine.builder()
                .regulations(MILANO.regulations().regulations())
                .build();
        engine.put(
                types.twin("it:mi", "Province").withAll("code=IT-MI"),
                types.twin("it:milano", "Municipality").withAll("code=IT-015146 province=it:mi"),
                types.twin("it:path", "LampPost").withAll("place=it:milano lightingClass=P7"),
                types.twin("it:road", "LampPost")
                        .withAll("place=it:milano lightingClass=M4 traffic=49 riskAssessed=false" + control));
        try (RegulationGovernor governor = RegulationGovernor.of(engine)) {
            List<Directive> atNight = governor.step(Instant.parse("2025-11-14T22:30:00Z"));
            assertThat(atNight)
                    .extracting(one ->
                            one.twin() + " " + one.value() + " " + one.cause().provision())
                    .containsExactlyInAnyOrder(
                            "it:path 60 % it.milano.sharing/lamps",
                            "it:road 66.7 % it.nazionale.street-lighting/dimmed");
        }
    }
}
