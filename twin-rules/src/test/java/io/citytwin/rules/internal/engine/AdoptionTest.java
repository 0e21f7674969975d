package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.LawChange;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another law takes over, what ends with the one before, and what stays as it was. */
class AdoptionTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final TwinId PROVINCE = TwinId.of("xx:p");
    private static final TwinId CAR = TwinId.of("xx:car");
    private static final Instant NOON = Instant.parse("2026-01-12T11:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    private static final String SMOKE = "northland/smoke/";

    @TempDir
    private Path folder;

    private static RegulationEngine city() {
        RegulationEngine engine = SmokeRules.engine(1);
        Twin town = TYPES.twin("xx:t", "Municipality").withAll("province=xx:p volunteer=true");
        engine.put(
                TYPES.twin("xx:r", "Region").withAll("code=XX-1"),
                TYPES.twin("xx:p", "Province").withAll("region=xx:r"),
                town,
                TYPES.twin("xx:s", "AirStation").withAll("province=xx:p role=reference"),
                TYPES.twin("xx:car", "Vehicle").withAll("place=xx:t category=M1 fuel=diesel euro=4 dpf=none"));
        engine.advanceTo(NOON.minus(Duration.ofHours(26)));
        engine.announce(PROVINCE, SmokeRules.ID + "/Level", "first", MONDAY);
        engine.advanceTo(NOON.minusSeconds(3600));
        return engine;
    }

    private List<Regulation> smoke(String file, String text, String by) {
        return Edited.copy("engine", folder).with(SMOKE + file, text, by).regulations();
    }

    private static Decision may(RegulationEngine engine, AsOf asOf) {
        return engine.decide(Question.may(CAR, "circulate"), asOf);
    }

    private static String level(RegulationEngine engine) {
        return engine.levelOn(SmokeRules.ID, "Level", PROVINCE, MONDAY);
    }

    @Test
    void theOtherLawAnswersFromItsAdoptionOnAndTheLawBeforeOfItsOwnTime() {
        try (RegulationEngine engine = city()) {
            AsOf before = AsOf.at(engine.now()).knownBy(engine.now());
            assertThat(may(engine, before).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            String law = engine.law();
            engine.advanceTo(NOON.minusSeconds(60));

            LawChange change = engine.adopt(smoke("tables/stopped.csv", "diesel,0-4", "diesel,0-3"));

            assertThat(may(engine, AsOf.at(engine.now())).outcome()).isEqualTo(Decision.Outcome.ALLOWED);
            assertThat(may(engine, before).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            assertThat(change.text()).isEqualTo("xx.northland.smoke changed");
            assertThat(change.before()).isEqualTo(law);
            assertThat(change.after()).isEqualTo(engine.law()).isNotEqualTo(law);
            assertThat(change.at()).isEqualTo(engine.now());
            assertThat(change.ended()).isEmpty();
        }
    }

    @Test
    void aLevelGoesOnWhereItsStateIsStillThere() {
        try (RegulationEngine engine = city()) {
            LawChange change = engine.adopt(
                    smoke("state.yaml", "states: [none, first, second]", "states: [none, alert, first, second]"));
            assertThat(change.ended()).isEmpty();
            assertThat(level(engine)).isEqualTo("first");
            // The rules see the state where it stands now: above the one that was put below it.
            assertThat(may(engine, AsOf.at(engine.now())).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        }
    }

    @Test
    void aLevelWhoseStateIsGoneEndsAndStartsAgain() {
        try (RegulationEngine engine = city()) {
            Instant before = engine.now();
            engine.advanceTo(NOON.minusSeconds(60));
            engine.accept(new Input.Announced(
                    SmokeRules.ID, "Level", PROVINCE, "first", MONDAY.plusDays(3), engine.now(), "note"));
            Edited law = Edited.copy("engine", folder)
                    .with(SMOKE + "state.yaml", "states: [none, first, second]", "states: [none, orange, second]")
                    .with(SMOKE + "rules.drl", "Level.first", "Level.orange")
                    .with(SMOKE + "tables/stopped.csv", "first,", "orange,");

            LawChange change = engine.adopt(law.regulations());

            assertThat(change.ended()).singleElement().satisfies(ended -> {
                assertThat(ended.reason()).isEqualTo(LevelDecision.Reason.ENDED);
                assertThat(ended.before()).isEqualTo("first");
                assertThat(ended.after()).isEqualTo("none");
                assertThat(ended.inForce()).isEqualTo(MONDAY);
                assertThat(ended.decidedAt()).isEqualTo(engine.now());
            });
            assertThat(engine.levelDecisions()).containsAll(change.ended());
            assertThat(level(engine)).isEqualTo("none");
            assertThat(engine.levelOn(SmokeRules.ID, "Level", PROVINCE, MONDAY.plusDays(3)))
                    .isEqualTo("none");
            assertThat(engine.levelOn(SmokeRules.ID, "Level", PROVINCE, MONDAY, AsOf.at(before)))
                    .isEqualTo("first");
            assertThat(may(engine, AsOf.at(engine.now())).outcome()).isEqualTo(Decision.Outcome.ALLOWED);
        }
    }

    /** A state of the past that the law does not know any more is neither above nor below anything. */
    @Test
    void aPastDayWithAnUnknownStateIsUnknown() {
        try (RegulationEngine engine = city()) {
            engine.advanceTo(NOON.plus(Duration.ofDays(2)));
            engine.announce(PROVINCE, SmokeRules.ID + "/Level", "none", MONDAY.plusDays(3));
            engine.advanceTo(NOON.plus(Duration.ofDays(3)));
            engine.adopt(Edited.copy("engine", folder)
                    .with(SMOKE + "state.yaml", "states: [none, first, second]", "states: [none, orange, second]")
                    .with(SMOKE + "rules.drl", "Level.first", "Level.orange")
                    .with(SMOKE + "tables/stopped.csv", "first,", "orange,")
                    .regulations());
            Decision decision = may(engine, AsOf.at(NOON));
            assertThat(decision.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
            assertThat(decision.unknown()).contains("place.province.level 2026-01-12");
            assertThat(may(engine, AsOf.at(engine.now())).outcome()).isEqualTo(Decision.Outcome.ALLOWED);
        }
    }

    @Test
    void aRemovedLevelEndsAndIsNoLongerThereToAskFor() {
        try (RegulationEngine engine = city()) {
            Instant before = engine.now();
            List<Regulation> shipped = SmokeRules.regulations();
            engine.advanceTo(NOON.minusSeconds(60));
            engine.adopt(shipped.stream()
                    .filter(one -> !one.id().equals(SmokeRules.ID))
                    .toList());
            assertThatThrownBy(() -> level(engine)).hasMessageContaining("R304");
            assertThat(engine.levelOn(SmokeRules.ID, "Level", PROVINCE, MONDAY, AsOf.at(before)))
                    .isEqualTo("first");
            engine.adopt(shipped);
            assertThat(level(engine)).isEqualTo("none");
            assertThat(engine.levelOn(SmokeRules.ID, "Level", PROVINCE, MONDAY, AsOf.at(before)))
                    .isEqualTo("first");
        }
    }

    @Test
    void nothingIsDecidedForInstantsThatAreOver() {
        for (boolean tick : new boolean[] {false, true}) {
            try (RegulationEngine engine = city()) {
                engine.accept(tick ? new Input.Tick(NOON) : papers(NOON));
                int decided = engine.levelDecisions().size();
                // Noon is over once a tick has said so; then the other law decides tomorrow first.
                engine.adopt(smoke("parameters.yaml", "Mon Thu", "Mon Tue Thu"));
                engine.advanceTo(NOON.plusSeconds(7200));
                assertThat(engine.levelDecisions()).hasSize(decided + (tick ? 0 : 1));
                assertThat(engine.levelDecisions(AsOf.at(NOON.plusSeconds(7200)).inHindsight()))
                        .isEqualTo(engine.levelDecisions());
                engine.adopt(smoke("state.yaml", "daily 12:00", "daily 13:00"));
                engine.advanceTo(NOON.plus(Duration.ofDays(1)));
                assertThat(engine.levelDecisions()).hasSize(decided + (tick ? 0 : 1));
                engine.advanceTo(NOON.plus(Duration.ofDays(1)).plusSeconds(3600));
                assertThat(engine.levelDecisions()).hasSize(decided + (tick ? 1 : 2));
            }
        }
    }

    private static Input papers(Instant at) {
        return new Input.Observed(
                new Observation(CAR, "euro", Optional.of(new Value.Term("4")), at, at, "papers", Quality.GOOD));
    }

    @Test
    void aLawThatIsNotWholeOrNotKnownIsRefusedAndChangesNothing() {
        List<Regulation> shipped = SmokeRules.regulations();
        try (RegulationEngine engine = city()) {
            String law = engine.law();
            List<Regulation> part = shipped.stream()
                    .filter(one -> one.id().equals(SmokeRules.ID))
                    .toList();
            assertThatThrownBy(() -> engine.adopt(part))
                    .hasMessageContaining("R431")
                    .hasMessageContaining("xx.state");
            List<Regulation> twice = List.of(shipped.get(0), shipped.get(0), shipped.get(1));
            assertThatThrownBy(() -> engine.adopt(twice))
                    .hasMessageContaining("R431")
                    .hasMessageContaining("twice");
            assertThatThrownBy(() -> engine.accept(new Input.LawAdopted("abc", engine.now())))
                    .hasMessageContaining("R430")
                    .hasMessageContaining("`abc`");
            assertThat(engine.law()).isEqualTo(law);
            assertThat(level(engine)).isEqualTo("first");
        }
    }

    @Test
    void aPreparedLawWaitsForItsInput() {
        try (RegulationEngine engine = city()) {
            String hash = engine.prepare(smoke("tables/stopped.csv", "diesel,0-4", "diesel,0-3"));
            assertThat(engine.law()).isNotEqualTo(hash);
            assertThat(may(engine, AsOf.at(engine.now())).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            engine.accept(new Input.LawAdopted(hash, engine.now().plusSeconds(1)));
            assertThat(engine.law()).isEqualTo(hash);
            assertThat(may(engine, AsOf.at(engine.now())).outcome()).isEqualTo(Decision.Outcome.ALLOWED);
            assertThat(engine.adopt(smoke("tables/stopped.csv", "diesel,0-4", "diesel,0-3"))
                            .isNone())
                    .isTrue();
        }
    }

    /** What was measured before a law asked for it counts for that law. */
    @Test
    void aNewIndicatorSeesTheDaysBefore() {
        List<Regulation> without = SmokeRules.regulations().stream()
                .filter(one -> !one.id().equals(SmokeRules.ID))
                .toList();
        try (RegulationEngine engine =
                        RegulationEngine.builder().regulations(without).build();
                RegulationEngine always = SmokeRules.engine(1)) {
            for (RegulationEngine each : List.of(engine, always)) {
                RandomCity.inputs(3, 12).stream()
                        .filter(input -> input instanceof Input.TwinChanged
                                || (input instanceof Input.Observed seen
                                        && seen.observation().property().equals("pm10")))
                        .forEach(each::accept);
            }
            engine.adopt(SmokeRules.regulations());
            Instant end = always.now().plus(Duration.ofDays(1));
            engine.advanceTo(end);
            always.advanceTo(end);
            List<LevelDecision> last = always.levelDecisions().stream()
                    .filter(decision -> decision.decidedAt().isAfter(end.minus(Duration.ofDays(1))))
                    .toList();
            assertThat(engine.levelDecisions())
                    .isNotEmpty()
                    .extracting(decision -> decision.known().runs())
                    .isEqualTo(last.stream()
                            .map(decision -> decision.known().runs())
                            .toList());
        }
    }

    private static final String BONUS = "xx.northland.outer/bonusDays";

    @Test
    void aCounterGoesOnIfItCountsTheSameAndSettlementsStay() {
        try (RegulationEngine engine = Town.engine()) {
            engine.put(Town.car("euro=2 registered=true"));
            Settlement first = Town.pass(engine, "p1", "2025-11-10T10:00");
            assertThat(first.spent()).isEqualTo(Map.of(BONUS, 1));
            Edited law = Edited.copy("gates", folder);
            engine.adopt(law.with("northland/outer/parameters.yaml", "value: 3,", "value: 2,")
                    .regulations());
            assertThat(engine.settlement("p1")).contains(first);
            assertThat(Town.pass(engine, "p2", "2025-11-11T10:00").spent()).isEqualTo(Map.of(BONUS, 2));
            assertThat(Town.pass(engine, "p3", "2025-11-12T10:00").decision().outcome())
                    .isEqualTo(Decision.Outcome.FORBIDDEN);
            engine.adopt(law.with("northland/outer/state.yaml", "counts: days", "counts: passages")
                    .with("northland/outer/parameters.yaml", "unit: days", "unit: 1")
                    .regulations());
            assertThat(Town.pass(engine, "p4", "2025-11-13T10:00").spent()).isEqualTo(Map.of(BONUS, 1));
            List<Settlement> live = engine.settlements();
            engine.advanceTo(engine.now().plusSeconds(1));
            Question question = Question.passage(Town.CAR, Town.OUTER_GATE);
            AsOf now = AsOf.at(engine.now());
            for (AsOf again : List.of(now.inHindsight(), now.publishedBy(LocalDate.of(2026, 1, 1)))) {
                assertThat(engine.decide(question, again).spends())
                        .isEqualTo(engine.decide(question, now).spends());
            }
            assertThat(engine.settlements()).isEqualTo(live);
        }
    }
}
