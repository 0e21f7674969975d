package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Decision.Outcome;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that law computes. */
class ComputeTest {

    private static final String GAP = "$x : Building( $used : heatUsed, $told : heatPredicted, heatPredicted > 0 )";
    private static final String EMISSIONS = "Law( $f : factor ) $x : Municipality( $gas : gasUsed )";

    @TempDir
    private Path temp;

    private RegulationBundle bundle(String conditions, String computed, String... more) throws IOException {
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.site
                title: {en: Site}
                jurisdiction: XX
                authority: The site
                rank: operator
                verified: 2026-03-13
                sources: {rule: {act: House rule 1}}
                provisions:
                  figure: {since: 2020-01-01, source: rule, title: {en: Figure}, confidence: VERIFIED/A}
                  limit: {since: 2020-01-01, source: rule, title: {en: Limit}, confidence: VERIFIED/A}
                """);
        Files.writeString(temp.resolve("parameters.yaml"), """
                factor: {unit: t/MWh, values: [{from: 2020-01-01, value: 0.202, source: rule, confidence: VERIFIED/A}]}
                most: {unit: t, values: [{from: 2020-01-01, value: 20, source: rule, confidence: VERIFIED/A}]}
                mostGap: {unit: "%", values: [{from: 2020-01-01, value: 20, source: rule, confidence: VERIFIED/A}]}
                """);
        Files.writeString(
                temp.resolve("rules.drl"),
                "rule \"figure\" when " + conditions + " then findings.compute( $x, Property." + computed + " ); end\n"
                        + "rule \"limit\" when $x : Municipality() then\n"
                        + "findings.cap( $x, Property.yearlyEmissions, most ); end\n"
                        + "rule \"limit/gap\" when $x : Building() then\n"
                        + "findings.cap( $x, Property.energyGap, mostGap ); end\n" + String.join("\n", more));
        return RegulationBundle.directory(temp);
    }

    private List<String> problems(String conditions, String computed) throws IOException {
        return bundle(conditions, computed).report().errors().stream()
                .map(Problem::what)
                .toList();
    }

    private Decision asked(RegulationBundle bundle, String property, Twin... twins) {
        assertThat(bundle.report().errors()).as(bundle.report().text()).isEmpty();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).build()) {
            engine.put(twins);
            return engine.decide(Question.limits(twins[0].id(), property), AsOf.at("2026-01-15T12:00+01:00"));
        }
    }

    private static Stream<Quantity> figures(Decision decision) {
        return decision.findings().stream()
                .map(Finding::effect)
                .filter(Effect.Figure.class::isInstance)
                .map(figure -> ((Effect.Figure) figure).amount());
    }

    private static Twin twin(String type) {
        return AssetTypes.builtIn().twin("xx:one", type);
    }

    @Test
    void aNumberIsToldWithTheLawAndTheReadingsThatItRestsOn() throws IOException {
        Decision decision = asked(
                bundle(EMISSIONS, "yearlyEmissions, $gas * $f"),
                "yearlyEmissions",
                twin("Municipality").with("gasUsed", "50"));

        assertThat(decision.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(figures(decision)).containsExactly(Quantity.of("10.1", Unit.TONNE));
        assertThat(decision.explain("en"))
                .contains("computed yearlyEmissions = 10.1 t", "law: factor = 0.202 t/MWh", "gasUsed = 50 MWh");
    }

    @Test
    void whatIsComputedIsHeldAgainstTheLimitWhereNothingIsTold() throws IOException {
        RegulationBundle bundle = bundle(EMISSIONS, "yearlyEmissions, $gas * $f");
        Twin city = twin("Municipality").with("gasUsed", "100");

        assertThat(asked(bundle, "yearlyEmissions", city).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(asked(bundle, "yearlyEmissions", city.with("yearlyEmissions", "20"))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void anUnknownInputMakesItUnknownUnlessTheNumberIsTold() throws IOException {
        RegulationBundle bundle = bundle(EMISSIONS, "yearlyEmissions, $gas * $f");
        Decision unknown = asked(bundle, "yearlyEmissions", twin("Municipality"));

        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.unknown()).containsExactly("gasUsed", "yearlyEmissions");
        assertThat(figures(unknown)).isEmpty();
        assertThat(asked(bundle, "yearlyEmissions", twin("Municipality").with("yearlyEmissions", "20"))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aRatioIsToldInPercentWhereThePropertyIs() throws IOException {
        RegulationBundle bundle = bundle(GAP, "energyGap, $used / $told - 1");
        Twin building = twin("Building").with("heatUsed", "70");

        Decision over = asked(bundle, "energyGap", building.with("heatPredicted", "60"));
        assertThat(figures(over)).containsExactly(Quantity.of("16.667", Unit.PERCENT));
        assertThat(over.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(asked(bundle, "energyGap", building.with("heatPredicted", "58"))
                        .outcome())
                .isEqualTo(Outcome.FORBIDDEN);
    }

    @Test
    void nothingIsDividedByZero() throws IOException {
        Twin building = twin("Building").with("heatUsed", "70").with("heatPredicted", "0");

        assertThat(figures(asked(bundle(GAP, "energyGap, $used / $told - 1"), "energyGap", building)))
                .isEmpty();
        String unguarded = "$x : Building( $used : heatUsed, $told : heatPredicted )";
        assertThat(problems(unguarded, "energyGap, $used / $told"))
                .containsExactly("What the sum divides by could be 0.");
        assertThat(problems(unguarded.replace(" )", ", heatPredicted >= 0 )"), "energyGap, $used / $told"))
                .containsExactly("What the sum divides by could be 0.");
        assertThat(problems(unguarded.replace(" )", ", heatUsed > 0 )"), "energyGap, $used / $told"))
                .containsExactly("What the sum divides by could be 0.");
        assertThat(problems(
                        unguarded.replace(" )", ", heatPredicted > 0 || heatUsed > 0 )"), "energyGap, $used / $told"))
                .containsExactly("What the sum divides by could be 0.");
    }

    @Test
    void unitsMultiplyAndCancel() throws IOException {
        assertThat(problems(EMISSIONS, "yearlyEmissions, $gas")).containsExactly("`MWh` stands where `t` is needed.");
        assertThat(problems(EMISSIONS, "yearlyEmissions, $f * $gas * $gas"))
                .containsExactly("`MWh t` stands where `t` is needed.");
        assertThat(problems(EMISSIONS, "yearlyEmissions, $gas * $f - $gas"))
                .containsExactly("`MWh` stands where `t` is needed.");
        assertThat(problems(EMISSIONS, "emissionCut, $gas * $f")).containsExactly("`t` stands where `%` is needed.");
        assertThat(problems(EMISSIONS, "yearlyEmissions, $gas * $f - 1")).isEmpty();
        assertThat(problems(EMISSIONS, "yearlyEmissions, $gas * 1"))
                .containsExactly("A plain number behind `*` or `/` cannot be computed with.");
        assertThat(problems("Law( $p : mostGap ) $x : Building( $used : heatUsed )", "heatPredicted, $used * $p"))
                .containsExactly("`%` stands where `a unit that can be multiplied` is needed.");
    }

    @Test
    void aSumHasAnEnd() throws IOException {
        assertThat(problems(EMISSIONS, "yearlyEmissions, $gas * $f" + " + $gas * $f".repeat(31)))
                .isEmpty();
        assertThat(problems(EMISSIONS, "yearlyEmissions, $gas * $f" + " + $gas * $f".repeat(32)))
                .containsExactly("The sum holds more than `64` numbers.");
    }

    @Test
    void otherVerbsAddAndSubtractOnly() throws IOException {
        RegulationBundle bundle = bundle(
                EMISSIONS,
                "yearlyEmissions, $gas * $f",
                "rule \"limit/2\" when " + EMISSIONS
                        + " then findings.cap( $x, Property.yearlyEmissions, $gas * $f ); end");
        assertThat(bundle.report().errors()).extracting(Problem::what).contains("`*` computes more than a sum.");
    }
}
