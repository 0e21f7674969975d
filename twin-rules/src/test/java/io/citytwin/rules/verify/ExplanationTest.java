package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why, why not and what would flip, as data, on the made-up folder of smoke rules. */
class ExplanationTest {

    private static final RegulationBundle BUNDLE = RegulationBundle.directory(Northland.FOLDER);
    private static final TwinId PA = TwinId.of("city:pa");
    private static final TwinId VEHICLE = TwinId.of("city:v");
    private static final TwinId UNIT = TwinId.of("city:u");
    private static final AsOf MORNING = AsOf.at("2026-01-18T10:00+01:00");

    private RegulationEngine engine;

    @BeforeEach
    void describeTheCity() {
        AssetTypes assets = AssetTypes.builtIn();
        engine = RegulationEngine.builder().regulations(BUNDLE).build();
        TwinId region = TwinId.of("city:region");
        TwinId mill = TwinId.of("city:mill");
        engine.put(
                Twin.of(region, assets.get("Region")).with("code", "XX-1"),
                Twin.of(PA, assets.get("Province")).with("region", region),
                Twin.of(mill, assets.get("Municipality")).with("province", PA),
                Twin.of(VEHICLE, assets.get("Vehicle"))
                        .withAll("category=M1 fuel=petrol euro=1")
                        .with("place", mill),
                Twin.of(UNIT, assets.get("BuildingUnit"))
                        .withAll("use=dwelling indoorTemperature=18.4")
                        .with("place", mill));
        engine.announce(PA, Northland.ID + "/Level", "first", LocalDate.of(2026, 1, 16));
        engine.advanceTo(MORNING.at());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Explanation mayCirculate(AsOf asOf) {
        return Explanation.of(engine, Question.may(VEHICLE, "circulate"), asOf);
    }

    private static Optional<Flip<Answer>> flipOf(Explanation explanation, Cell cell) {
        return explanation.flips().stream()
                .filter(flip -> flip.cell().equals(cell))
                .findFirst();
    }

    @Test
    void aNameWithAnOrderFlipsAtItsNearestNeighbour() {
        Explanation explanation = mayCirculate(MORNING);

        assertThat(explanation.answer().outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        Flip<Answer> euro =
                flipOf(explanation, new Cell.Property(VEHICLE, "euro")).orElseThrow();
        assertThat(euro.now()).contains(new Value.Term("1"));
        assertThat(euro.value()).isEqualTo(new Value.Term("2"));
        assertThat(euro.keeps()).contains(new Value.Term("1"));
        assertThat(euro.then().outcome()).isEqualTo(Decision.Outcome.ALLOWED);
    }

    @Test
    void aLevelFlipsAndTimeDoesWithinTheSecond() {
        Explanation explanation = mayCirculate(MORNING);

        Cell level = new Cell.Level(Northland.ID, "Level", PA, LocalDate.of(2026, 1, 18));
        assertThat(flipOf(explanation, level).map(Flip::value)).contains(new Value.Term("none"));
        assertThat(explanation.earlier().map(Turn::moment)).contains(Instant.parse("2026-01-18T06:29:59Z"));
        assertThat(explanation.earlier().map(Turn::keeps)).contains(Instant.parse("2026-01-18T06:30:00Z"));
        assertThat(explanation.later().map(Turn::moment)).contains(Instant.parse("2026-01-18T18:30:00Z"));
        assertThat(explanation.later().map(Turn::later)).contains(true);
    }

    // 20 degC less 1 K; a home of 18.4 degC keeps it up to 19 degC.
    @Test
    void aNumberFlipsAtTheFirstTenthBeyondItsLimit() {
        Explanation explanation = Explanation.of(engine, Question.limits(UNIT, "indoorTemperature"), MORNING);

        Flip<Answer> warmer = flipOf(explanation, new Cell.Property(UNIT, "indoorTemperature"))
                .orElseThrow();
        assertThat(warmer.value()).isEqualTo(Quantity.of("19.1", Unit.DEGREE_CELSIUS));
        assertThat(warmer.keeps()).contains(Quantity.of("19", Unit.DEGREE_CELSIUS));
        assertThat(warmer.then().outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
    }

    @Test
    void whatFailedIsDataWithItsPlaceValueAndLimit() {
        engine.put(Twin.of(VEHICLE, AssetTypes.builtIn().get("Vehicle"))
                .withAll("category=M1 fuel=petrol euro=5")
                .with("place", TwinId.of("city:mill")));

        Decision decision = mayCirculate(MORNING).decision();

        Decision.NotApplied traffic = decision.notApplied().get(0);
        assertThat(traffic.failed()).startsWith("Vehicle( place == Municipality.id, category in Stopped.category");
        Unmet unmet = traffic.unmet().orElseThrow();
        assertThat(unmet.rule()).isEqualTo("traffic");
        assertThat(unmet.place().file()).endsWith("rules.drl");
        assertThat(unmet.failed()).hasSize(1);
        Unmet.Comparison euro = unmet.failed().get(0);
        assertThat(euro.property()).isEqualTo("euro");
        assertThat(euro.value()).contains(new Value.Term("5"));
        assertThat(euro.sign()).isEqualTo("in");
        assertThat(euro.limits()).contains(new Value.Term("1")).doesNotContain(new Value.Term("5"));
        assertThat(unmet.held()).extracting(Unmet.Comparison::property).contains("level", "hours", "fuel");
        assertThat(unmet.condition())
                .isEqualTo(traffic.failed().substring(0, unmet.condition().length()));
    }

    @Test
    void ofWhatNobodyKnowsOneValueForEachAnswerIsGivenAndNoWay() {
        engine.put(Twin.of(VEHICLE, AssetTypes.builtIn().get("Vehicle"))
                .withAll("category=M1 fuel=petrol")
                .with("place", TwinId.of("city:mill")));

        Explanation explanation = mayCirculate(MORNING);

        assertThat(explanation.answer().outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
        List<Flip<Answer>> euro = explanation.flips().stream()
                .filter(flip -> flip.cell().equals(new Cell.Property(VEHICLE, "euro")))
                .toList();
        assertThat(euro)
                .extracting(flip -> flip.then().outcome())
                .containsExactlyInAnyOrder(Decision.Outcome.ALLOWED, Decision.Outcome.FORBIDDEN);
        assertThat(euro).allSatisfy(flip -> assertThat(flip.keeps()).isEmpty());
    }

    @Test
    void whereNothingAloneFlipsItSaysSo() {
        engine.put(Twin.of(VEHICLE, AssetTypes.builtIn().get("Vehicle"))
                .withAll("category=L3e fuel=electric euro=5")
                .with("place", TwinId.of("city:mill")));

        Explanation explanation = mayCirculate(MORNING);

        assertThat(explanation.canFlip()).isFalse();
        assertThat(explanation.text("en"))
                .contains("no single value that rules look at would flip it", "time alone does not flip it");
    }

    // Out of hours no value matters, only the hour does.
    @Test
    void whileTheLawIsSilentOnlyTimeFlips() {
        Explanation night = mayCirculate(AsOf.at("2026-01-18T05:00+01:00"));

        assertThat(night.flips()).isEmpty();
        assertThat(night.later().map(turn -> turn.then().outcome())).contains(Decision.Outcome.FORBIDDEN);
    }

    @Test
    void askingChangesNothing() {
        Decision before = engine.decide(Question.may(VEHICLE, "circulate"), MORNING);
        mayCirculate(MORNING);

        assertThat(engine.decide(Question.may(VEHICLE, "circulate"), MORNING)).isEqualTo(before);
        assertThat(engine.levelDecisions()).hasSize(3);
    }

    @Test
    void aLevelThatNoRuleMovesIsRefused() {
        LocalDate day = LocalDate.of(2026, 1, 16);

        assertThatThrownBy(() -> LevelExplanation.of(engine, new Cell.Level(Northland.ID, "Levle", PA, day), MORNING))
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        refused -> assertThat(refused.code().id()).isEqualTo("R320"))
                .hasMessageContaining("`Levle`");
        assertThatThrownBy(
                        () -> LevelExplanation.of(engine, new Cell.Level(Northland.ID, "Level", VEHICLE, day), MORNING))
                .hasMessageContaining("`city:v` is no known `Province`");
        assertThat(LevelExplanation.of(engine, new Cell.Level(Northland.ID, "Level", PA, day), MORNING)
                        .state())
                .isEqualTo("first");
    }

    @Test
    void theCasesOfTheFolderProveTheirExplanations() {
        ExplanationReport report =
                ExplainedCases.prove(BUNDLE, BUNDLE.find(Northland.ID).orElseThrow());

        assertThat(report.failures()).isEmpty();
        assertThat(report.answers()).isGreaterThan(10);
        assertThat(report.levels()).isGreaterThan(10);
        assertThat(report.flips()).isGreaterThan(60);
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.whyNots()).isPositive();
    }

    /** Who reads and proves them in one go reads the same as who only reads them. */
    @Test
    void whatIsToldWhileProvingIsWhatIsToldWithout() {
        Regulation law = BUNDLE.find(Northland.ID).orElseThrow();
        List<String> proved = new ArrayList<>();
        List<String> read = new ArrayList<>();

        ExplanationReport report =
                ExplainedCases.prove(BUNDLE, law, (title, explanation) -> proved.add(title + " " + explanation));
        ExplainedCases.answers(BUNDLE, law, (title, explanation) -> read.add(title + " " + explanation));

        assertThat(proved).hasSize(report.answers()).isEqualTo(read);
        assertThat(report).isEqualTo(ExplainedCases.prove(BUNDLE, law));
    }
}
