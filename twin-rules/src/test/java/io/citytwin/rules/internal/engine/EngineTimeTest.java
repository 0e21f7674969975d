package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When things are decided, and what a late word changes. */
class EngineTimeTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final Instant NOON = Instant.parse("2026-01-12T11:00:00Z");
    private static final Twin REGION = TYPES.twin("xx:r", "Region").with("code", "XX-1");
    private static final Twin PROVINCE = TYPES.twin("xx:p", "Province").with("region", REGION.id());
    private static final Twin TOWN =
            TYPES.twin("xx:t", "Municipality").with("province", PROVINCE.id()).with("volunteer", "true");
    private static final Twin STATION =
            TYPES.twin("xx:s", "AirStation").with("province", PROVINCE.id()).with("role", "reference");
    private static final Twin CAR = TYPES.twin("xx:car", "Vehicle")
            .with("place", TOWN.id())
            .with("category", "M1")
            .with("fuel", "diesel")
            .with("dpf", "none");

    private static RegulationEngine city() {
        RegulationEngine engine = SmokeRules.engine(1);
        engine.put(REGION, PROVINCE, TOWN, STATION, CAR);
        return engine;
    }

    private static Input pm10(String day, int value, Instant received) {
        Quantity amount = Quantity.of(value, Unit.MICROGRAM_PER_CUBIC_METRE);
        Instant midnight = LocalDate.parse(day)
                .atStartOfDay(java.time.ZoneId.of("Europe/Rome"))
                .toInstant();
        return new Input.Observed(
                new Observation(STATION.id(), "pm10", Optional.of(amount), midnight, received, "probe", Quality.GOOD));
    }

    private static Input papers(String euro, Instant measured, Instant received) {
        return new Input.Observed(new Observation(
                CAR.id(), "euro", Optional.of(new Value.Term(euro)), measured, received, "papers", Quality.GOOD));
    }

    @Test
    void aTickIsEnoughForTimeToBegin() {
        try (RegulationEngine engine = city()) {
            assertThat(engine.levelDecisions()).isEmpty();
            engine.advanceTo(NOON.minus(Duration.ofDays(2)));
            engine.advanceTo(NOON);
            assertThat(engine.levelDecisions())
                    .extracting(LevelDecision::decidedAt)
                    .containsExactly(NOON.minus(Duration.ofDays(2)), NOON.minus(Duration.ofDays(1)), NOON);
            AsOf now = AsOf.at(NOON);
            assertThat(engine.levelDecisions(now.inHindsight())).isEqualTo(engine.levelDecisions());
            assertThat(engine.levelDecisions(now.publishedBy(LocalDate.MAX))).isEqualTo(engine.levelDecisions());
        }
    }

    /** Whoever lets time go on to noon has let noon be decided; what comes after, at the same instant, is too late. */
    @Test
    void aTickThatIsToldAsAnInputDecidesItsOwnInstantToo() {
        for (boolean asInput : List.of(true, false)) {
            try (RegulationEngine engine = city()) {
                engine.accept(pm10("2026-01-09", 40, NOON.minus(Duration.ofHours(20))));
                engine.accept(pm10("2026-01-10", 60, NOON.minus(Duration.ofHours(20))));
                if (asInput) {
                    engine.accept(new Input.Tick(NOON));
                } else {
                    engine.advanceTo(NOON);
                }
                engine.accept(pm10("2026-01-11", 60, NOON));
                engine.advanceTo(NOON.plusSeconds(1));
                assertThat(engine.levelDecisions())
                        .singleElement()
                        .returns(LevelDecision.Reason.HELD, LevelDecision::reason);
                assertThat(engine.levelDecisions(AsOf.at(NOON).publishedBy(LocalDate.MAX)))
                        .isEqualTo(engine.levelDecisions());
                assertThat(engine.levelDecisions(AsOf.at(NOON).inHindsight()))
                        .singleElement()
                        .returns(LevelDecision.Reason.RAISED, LevelDecision::reason);
            }
        }
    }

    @Test
    void aLateWordOnAnEarlierTimeDoesNotChangeWhatIsTrueNow() {
        Instant friday = NOON.plus(Duration.ofDays(4));
        try (RegulationEngine engine = city()) {
            engine.announce(PROVINCE.id(), SmokeRules.ID + "/Level", "first", LocalDate.of(2026, 1, 14));
            engine.accept(papers("4", NOON.plus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(2))));
            engine.accept(papers("6D", NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(3))));
            assertThat(may(engine, AsOf.at(friday))).isEqualTo(Decision.Outcome.FORBIDDEN);

            engine.accept(papers("6D", NOON.plus(Duration.ofDays(2)), friday));
            assertThat(may(engine, AsOf.at(friday))).isEqualTo(Decision.Outcome.ALLOWED);
            assertThat(may(engine, AsOf.at(friday).knownBy(friday.minusSeconds(1))))
                    .isEqualTo(Decision.Outcome.FORBIDDEN);
        }
    }

    private static Decision.Outcome may(RegulationEngine engine, AsOf asOf) {
        return engine.decide(Question.may(CAR.id(), "circulate"), asOf).outcome();
    }

    @Test
    void decisionsOfOneInstantAreSortedWhoeverSpokeFirst() {
        Twin second = TYPES.twin("xx:a", "Province").with("region", REGION.id());
        try (RegulationEngine engine = city()) {
            engine.put(second);
            engine.advanceTo(NOON.minusSeconds(1));
            engine.accept(new Input.Announced(
                    SmokeRules.ID, "Level", PROVINCE.id(), "second", LocalDate.of(2026, 1, 13), NOON, "note"));
            engine.advanceTo(NOON);
            Stream<TwinId> subjects = engine.levelDecisions().stream().map(LevelDecision::subject);
            assertThat(subjects).containsExactly(second.id(), PROVINCE.id(), PROVINCE.id());
        }
    }
}
