package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Isolated;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.Shadow;
import io.citytwin.rules.Shadow.Since;
import io.citytwin.rules.ShadowReport;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A candidate is counted against the law in force, and the city does not notice. */
class ShadowTest {

    private static final String LEVEL = SmokeRules.ID + "/Level";

    @TempDir
    private Path folder;

    private List<Regulation> stricter() {
        return Edited.copy("engine", folder)
                .with("northland/smoke/parameters.yaml", "value: 50,", "value: 40,")
                .regulations();
    }

    /** What an engine that really adopts the candidate decides otherwise than one that does not. */
    private static long levelDaysThatDiffer(List<Input> inputs, int swap, List<Regulation> candidate) {
        try (RegulationEngine one = SmokeRules.engine(1);
                RegulationEngine other = SmokeRules.engine(1)) {
            for (int number = 0; number < inputs.size(); number++) {
                if (number == swap) {
                    other.adopt(candidate);
                }
                one.accept(inputs.get(number));
                other.accept(inputs.get(number));
            }
            Set<List<Object>> days = new TreeSet<>(Comparator.comparing(Object::toString));
            for (RegulationEngine each : List.of(one, other)) {
                each.levelDecisions().stream()
                        .filter(decision ->
                                !decision.decidedAt().isBefore(inputs.get(swap).receivedAt()))
                        .forEach(decision -> days.add(List.of(decision.subject(), decision.inForce())));
            }
            return days.stream()
                    .filter(day -> !state(one, day).equals(state(other, day)))
                    .count();
        }
    }

    private static String state(RegulationEngine engine, List<Object> day) {
        return engine.levelOn(SmokeRules.ID, "Level", (TwinId) day.get(0), (LocalDate) day.get(1));
    }

    @ParameterizedTest
    @EnumSource(Since.class)
    void levelsAreCountedAsIfTheCandidateHadBeenAdopted(Since since) {
        List<Input> inputs = RandomCity.inputs(61, 30);
        int half = inputs.size() / 2;
        List<Regulation> candidate = stricter();
        try (RegulationEngine engine = SmokeRules.engine(1);
                RegulationEngine alone = SmokeRules.engine(1)) {
            inputs.subList(0, half).forEach(engine::accept);
            try (Shadow shadow = engine.shadow(candidate, since)) {
                assertThat(shadow.differences().failure()).isEmpty();
                inputs.subList(half, inputs.size()).forEach(engine::accept);
                ShadowReport report = shadow.differences();
                int begins = since == Since.NOW ? half : firstAfterTwins(inputs);
                assertThat(report.levels()).containsOnlyKeys(LEVEL);
                assertThat(report.levels().get(LEVEL))
                        .isEqualTo(levelDaysThatDiffer(inputs, begins, candidate))
                        .isPositive();
                assertThat(report.provisions()).containsKey(SmokeRules.ID + "/first");
                assertThat(report.firsts())
                        .singleElement()
                        .satisfies(first -> assertThat(first.live()).isNotEqualTo(first.candidate()));
                assertThat(report.isSame()).isFalse();
                assertThat(shadow.differences()).isEqualTo(report);
            }
            inputs.forEach(alone::accept);
            assertThat(engine.levelDecisions()).isEqualTo(alone.levelDecisions());
        }
    }

    private static int firstAfterTwins(List<Input> inputs) {
        int first = 0;
        while (inputs.get(first) instanceof Input.TwinChanged) {
            first++;
        }
        return first;
    }

    @Test
    void theSameLawHasNoDifferences() {
        try (RegulationEngine engine = SmokeRules.engine(1);
                Shadow shadow = engine.shadow(SmokeRules.regulations(), Since.NOW)) {
            RandomCity.inputs(62, 20).forEach(engine::accept);
            ShadowReport report = shadow.differences();
            assertThat(report.isSame()).isTrue();
            assertThat(report.levels()).isEmpty();
            assertThat(shadow.hash()).isEqualTo(engine.law());
        }
    }

    @Test
    void claimsOnActuatorsAreCountedAtTheEndsOfSteps() {
        List<Regulation> candidate = Edited.copy("directives", folder)
                .with("northland/smoke/parameters.yaml", "value: 60, source", "value: 35, source")
                .regulations();
        try (RegulationEngine engine = ClaimRules.engine(1);
                RegulationGovernor governor = RegulationGovernor.of(engine);
                Shadow shadow = engine.shadow(candidate, Since.NOW)) {
            for (Input input : ClaimRules.inputs(7, 6)) {
                governor.accept(input);
                governor.step(input.receivedAt());
            }
            ShadowReport report = shadow.differences();
            assertThat(report.actuators().get("LampPost.dimming")).isPositive();
            assertThat(report.actuators()).doesNotContainKey("BuildingUnit.indoorTemperature");
            assertThat(report.provisions()).containsKey("xx.northland.smoke/night");
            assertThat(report.firsts()).anySatisfy(first -> {
                assertThat(first.candidate()).isEqualTo("35 %");
                assertThat(first.candidateWhy())
                        .extracting(finding -> finding.provision().name())
                        .containsExactly("night");
            });
            assertThat(report.text()).contains("LampPost.dimming: ").contains("first: ");
        }
    }

    @Test
    void settledPassagesAreComparedByOutcomeAndFee() {
        List<Regulation> candidate = Edited.copy("gates", folder)
                .with("northland/inner/parameters.yaml", "value: 7.50", "value: 9")
                .regulations();
        try (RegulationEngine engine = Town.engine();
                Shadow shadow = engine.shadow(candidate, Since.NOW)) {
            engine.put(Town.car(""));
            engine.accept(Town.passed("p1", Town.CAR, Town.INNER_GATE, "2025-11-10T10:00"));
            engine.accept(Town.passed("p2", Town.CAR, Town.INNER_GATE, "2025-11-10T11:00"));
            engine.accept(Town.passed("p3", Town.CAR, Town.FAR_GATE, "2025-11-11T10:00"));
            ShadowReport report = shadow.differences();
            assertThat(report.passages()).isEqualTo(1);
            assertThat(report.provisions())
                    .containsExactlyEntriesOf(new TreeMap<>(Map.of("xx.northland.inner/ticket", 1L)));
            ShadowReport.Difference first = report.first().orElseThrow();
            assertThat(first.what()).contains("p1");
            assertThat(first.live()).isEqualTo("ALLOWED 7.5 EUR");
            assertThat(first.candidate()).isEqualTo("ALLOWED 9 EUR");
        }
    }

    @Test
    void whatTheCandidateDoesNotHaveIsCountedAndSkipped() {
        List<Regulation> candidate = SmokeRules.regulations().stream()
                .filter(one -> !one.id().equals(SmokeRules.ID))
                .toList();
        try (RegulationEngine engine = SmokeRules.engine(1);
                Shadow shadow = engine.shadow(candidate, Since.NOW)) {
            RandomCity.inputs(63, 10).forEach(engine::accept);
            ShadowReport report = shadow.differences();
            assertThat(report.refused()).isPositive();
            assertThat(report.failure()).isEmpty();
            assertThat(report.levels().get(LEVEL)).isPositive();
        }
    }

    private static List<Regulation> withState(UnaryOperator<StateSpec> change) {
        return SmokeRules.regulations().stream()
                .map(one -> new Regulation(
                        one.id(),
                        one.title(),
                        one.jurisdiction(),
                        one.authority(),
                        one.rank(),
                        one.verified(),
                        one.sources(),
                        one.uses(),
                        one.provisions(),
                        one.parameters(),
                        one.id().equals(SmokeRules.ID) ? change.apply(one.state()) : one.state(),
                        one.rules(),
                        one.cases(),
                        one.hash() + "broken"))
                .toList();
    }

    private static StateSpec withoutIndicators(StateSpec state) {
        return new StateSpec(state.inputs(), new TreeMap<>(), state.runs(), state.levels(), state.counters());
    }

    /** A level that nobody can say when to decide. */
    private static StateSpec withoutTime(StateSpec state) {
        TreeMap<String, StateSpec.Level> levels = new TreeMap<>();
        state.levels()
                .forEach((name, level) -> levels.put(
                        name,
                        new StateSpec.Level(
                                level.name(),
                                level.of(),
                                level.states(),
                                level.start(),
                                null,
                                level.target(),
                                level.season(),
                                level.outside(),
                                level.confidence(),
                                level.place())));
        return new StateSpec(state.inputs(), state.indicators(), state.runs(), levels, state.counters());
    }

    /** Broken laws that no folder can hold. */
    private static ShadowReport beside(List<Regulation> broken) {
        List<Input> inputs = RandomCity.inputs(64, 10);
        List<LevelDecision> alone;
        try (RegulationEngine engine = SmokeRules.engine(1)) {
            inputs.forEach(engine::accept);
            alone = engine.levelDecisions();
        }
        try (RegulationEngine engine = SmokeRules.engine(1);
                Shadow shadow = engine.shadow(broken, Since.NOW)) {
            for (Input input : inputs) {
                engine.accept(input);
                assertThat(shadow.differences().until()).isEqualTo(engine.now());
            }
            assertThat(shadow.differences().isSame()).isFalse();
            assertThat(engine.levelDecisions()).isEqualTo(alone);
            assertThat(engine.isolated()).isEmpty();
            return shadow.differences();
        }
    }

    @Test
    void aCandidateThatFailsHarmsNobody() {
        ShadowReport report = beside(withState(ShadowTest::withoutTime));
        assertThat(report.failure()).isPresent();
        assertThat(report.text()).contains("failed: ");
    }

    @Test
    void whatIsStoppedInACandidateIsReported() {
        ShadowReport report = beside(withState(ShadowTest::withoutIndicators));
        assertThat(report.failure()).isEmpty();
        assertThat(report.isolated()).extracting(Isolated::regulation).contains(SmokeRules.ID);
        assertThat(report.text()).contains("stopped: " + SmokeRules.ID + "/");
    }

    @Test
    void promotionAdoptsTheCandidateAndClosesTheShadow() {
        List<Regulation> candidate = stricter();
        try (RegulationEngine engine = SmokeRules.engine(1)) {
            List<Input> inputs = new ArrayList<>(RandomCity.inputs(65, 5));
            inputs.forEach(engine::accept);
            Shadow shadow = engine.shadow(candidate, Since.NOW);
            assertThat(shadow.promote().changed()).containsExactly(SmokeRules.ID);
            assertThat(engine.law()).isEqualTo(shadow.hash());
            assertThatThrownBy(shadow::differences).hasMessageContaining("R432");
            assertThatThrownBy(shadow::promote).hasMessageContaining("R432");
            shadow.close();
        }
    }
}
