package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.Shadow;
import io.citytwin.rules.ShadowReport;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine of whose inputs somebody keeps only the later ones says the same as one that holds them all. */
class ErasedInputsTest {

    private static final LocalDate LATELY = LocalDate.of(2026, 3, 1);
    private static final LocalDate BEFORE_THE_SECOND_ACT = LocalDate.of(2024, 1, 1);

    @TempDir
    private Path folder;

    private List<Regulation> stricter() {
        return Edited.copy("engine", folder)
                .with("northland/smoke/parameters.yaml", "value: 50,", "value: 40,")
                .regulations();
    }

    /** The law is another one from half of the inputs on, so it is adopted before the base, at it, or after it. */
    @ParameterizedTest
    @CsvSource({"71, 0.1", "72, 0.4", "73, 0.5", "74, 0.6", "75, 0.9"})
    void allClocksAfterTheBaseSayTheSame(long seed, double share) {
        List<Input> inputs = RandomCity.inputs(seed, 30);
        KeptEngine whole = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        List<Regulation> other = stricter();
        for (int number = 0; number < inputs.size(); number++) {
            if (number == inputs.size() / 2) {
                whole.adopt(other);
                some.adopt(other);
            }
            whole.take(inputs.get(number));
            some.take(inputs.get(number));
            if (number == (int) (share * inputs.size())) {
                whole.take(new Input.Tick(whole.engine.now()));
                some.take(new Input.Tick(some.engine.now()));
                some.erase();
            }
        }
        Instant end = whole.engine.now();
        for (Instant known = some.base(); !known.isAfter(end); known = known.plus(Duration.ofHours(29))) {
            assertThat(said(some.engine, known, end)).isEqualTo(said(whole.engine, known, end));
        }
        assertThat(some.engine.levelDecisions()).isEqualTo(whole.engine.levelDecisions());
    }

    /** What was measured before the base is asked for by the later law only, which read it while it was there. */
    @Test
    void aLaterLawStillSeesWhatItReadBeforeThatWasErased() {
        List<Regulation> deaf = Edited.copy("engine", folder)
                .with("northland/smoke/state.yaml", "AirStation.pm10 where", "AirStation.pm10DayMean where")
                .regulations();
        List<Input> inputs = RandomCity.inputs(79, 30);
        KeptEngine whole = new KeptEngine(engine(deaf));
        KeptEngine some = new KeptEngine(engine(deaf));
        int half = inputs.size() / 2;
        for (KeptEngine each : List.of(whole, some)) {
            inputs.subList(0, half).forEach(each::take);
            each.take(new Input.Tick(each.engine.now()));
            each.stand();
            inputs.subList(half, half + 20).forEach(each::take);
            each.adopt(SmokeRules.regulations());
            inputs.subList(half + 20, inputs.size()).forEach(each::take);
        }
        some.letGo();
        Instant end = whole.engine.now();
        for (Instant known = some.base(); !known.isAfter(end); known = known.plus(Duration.ofHours(29))) {
            assertThat(said(some.engine, known, end)).isEqualTo(said(whole.engine, known, end));
        }
        assertThat(whole.engine.levelDecisions(AsOf.at(end).inHindsight()))
                .anyMatch(decision -> !decision.findings().isEmpty());
    }

    /** A law that comes at the end of a step, after the levels of that moment were decided. */
    @Test
    void aLawThatComesAfterTheDecisionsOfItsMomentLeavesThemAlone() {
        List<Input> inputs = RandomCity.inputs(71, 30);
        RegulationEngine plain = SmokeRules.engine(1);
        inputs.forEach(plain::accept);
        Instant noon =
                plain.levelDecisions().get(plain.levelDecisions().size() / 2).decidedAt();
        KeptEngine whole = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        for (KeptEngine each : List.of(whole, some)) {
            inputs.stream().filter(input -> input.receivedAt().isBefore(noon)).forEach(each::take);
            each.take(new Input.Tick(noon));
            each.adopt(stricter());
            inputs.stream().filter(input -> input.receivedAt().isAfter(noon)).forEach(each::take);
            each.take(new Input.Tick(each.engine.now()));
        }
        some.erase();
        AsOf hindsight = AsOf.at(whole.engine.now()).inHindsight();
        assertThat(some.engine.levelDecisions(hindsight)).isEqualTo(whole.engine.levelDecisions(hindsight));
    }

    private static DefaultRegulationEngine engine(List<Regulation> law) {
        return (DefaultRegulationEngine)
                RegulationEngine.builder().regulations(law).build();
    }

    private static List<Object> said(RegulationEngine engine, Instant known, Instant at) {
        AsOf asOf = AsOf.at(at).knownBy(known);
        List<Object> said = new ArrayList<>();
        for (AsOf clocks : List.of(
                asOf,
                asOf.inHindsight(),
                asOf.publishedBy(LATELY),
                asOf.publishedBy(BEFORE_THE_SECOND_ACT).inHindsight())) {
            said.add(engine.levelDecisions(clocks));
            for (int car = 0; car < 8; car++) {
                said.add(engine.decide(Question.may(TwinId.of("xx:car" + car), "circulate"), clocks));
            }
        }
        return said;
    }

    @Test
    void whatAnotherPublicationWouldHaveDecidedBeforeTheBaseIsErased() {
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        RandomCity.inputs(76, 20).forEach(some::take);
        some.take(new Input.Tick(some.engine.now()));
        AsOf early = AsOf.at(some.engine.now()).publishedBy(BEFORE_THE_SECOND_ACT);
        Question question = Question.may(TwinId.of("xx:car1"), "circulate");
        assertThat(some.engine.decide(question, early).unknown()).doesNotContain("inputs erased");
        some.erase();
        assertThat(some.engine.decide(question, early).unknown()).containsExactly("inputs erased");
        assertThat(some.engine.decide(question, early).outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
        assertThatThrownBy(() -> some.engine.levelDecisions(early)).hasMessageContaining("R433");
        TwinId province = TwinId.of("xx:pa");
        assertThatThrownBy(() -> some.engine.levelOn(SmokeRules.ID, "Level", province, LATELY, early))
                .hasMessageContaining("R433");
        assertThat(some.engine.levelOn(SmokeRules.ID, "Level", province, LATELY))
                .isNotEmpty();
    }

    @Test
    void aStateThatCannotBeReadLeavesNothingToRestOn() {
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        RandomCity.inputs(77, 20).forEach(some::take);
        some.take(new Input.Tick(some.engine.now()));
        some.erase();
        some.footing = some.footing.map(base -> new Keeper.Stand(base.moment(), Optional.empty()));
        some.take(new Input.Tick(some.engine.now().plusSeconds(60)));
        Question question = Question.may(TwinId.of("xx:car1"), "circulate");
        AsOf live = AsOf.at(some.engine.now());
        assertThat(some.engine.decide(question, live).unknown()).doesNotContain("inputs erased");
        assertThat(some.engine.decide(question, live.inHindsight()).unknown()).containsExactly("inputs erased");
        try (Shadow shadow = some.engine.shadow(stricter(), Shadow.Since.START)) {
            assertThat(shadow.differences().failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("erased"));
        }
    }

    /** Passages come twice, late, and across the turn of a year, in which what they spend is counted. */
    @ParameterizedTest
    @CsvSource({"81, 0.2", "82, 0.5", "83, 0.8"})
    void passagesAreSpentOnce(long seed, double share) {
        Random random = new Random(seed);
        KeptEngine whole = new KeptEngine((DefaultRegulationEngine) Town.empty());
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) Town.empty());
        List<Input> inputs = passages(random);
        for (int number = 0; number < inputs.size(); number++) {
            whole.take(inputs.get(number));
            some.take(inputs.get(number));
            if (number == (int) (share * inputs.size())) {
                some.erase();
            }
        }
        for (KeptEngine each : List.of(whole, some)) {
            each.take(new Input.Tick(each.engine.now().plusSeconds(1)));
        }
        AsOf now = AsOf.at(whole.engine.now());
        for (int car = 0; car < 6; car++) {
            Question question = Question.passage(TwinId.of("xx:car" + car), Town.INNER_GATE);
            for (AsOf clocks : List.of(
                    now,
                    now.inHindsight(),
                    now.knownBy(some.base()),
                    now.knownBy(now.at().minusSeconds(90)))) {
                assertThat(some.engine.decide(question, clocks)).isEqualTo(whole.engine.decide(question, clocks));
            }
            assertThat(some.engine.decide(question, now.inHindsight()).fee())
                    .isEqualTo(some.engine.decide(question, now).fee());
            assertThat(some.engine.decide(question, now.inHindsight()).findings())
                    .isEqualTo(some.engine.decide(question, now).findings());
        }
        assertThat(some.engine.settlements()).isEqualTo(whole.engine.settlements());
    }

    private static List<Input> passages(Random random) {
        Instant start = Town.at("2025-12-10T00:00");
        List<Input> inputs = new ArrayList<>();
        List.of(Town.twins()).forEach(twin -> inputs.add(new Input.TwinChanged(twin, start)));
        for (int car = 0; car < 6; car++) {
            inputs.add(new Input.TwinChanged(Town.car(TwinId.of("xx:car" + car), "homeZone=xx:outer"), start));
        }
        List<TwinId> gates = List.of(Town.INNER_GATE, Town.OUTER_GATE, Town.LANE);
        for (int number = 0; number < 200; number++) {
            Instant at = start.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
            Duration late = Duration.ofMinutes(random.nextInt(5) == 0 ? random.nextInt(24 * 60) : 0);
            TwinId car = TwinId.of("xx:car" + random.nextInt(6));
            Passage passage = new Passage("p" + number, car, gates.get(random.nextInt(3)), at);
            inputs.add(new Input.Passed(passage, at.plus(late)));
            if (random.nextInt(3) == 0) {
                inputs.add(new Input.Passed(passage, at.plus(late).plus(Duration.ofHours(random.nextInt(200)))));
            }
        }
        inputs.sort(Comparator.comparing(Input::receivedAt));
        return inputs;
    }

    @Test
    void theInputsThatWereTakenAreFoundAgainAfterTheBase() {
        List<Input> inputs = ClaimRules.inputs(5, 10);
        KeptEngine whole = new KeptEngine((DefaultRegulationEngine) ClaimRules.engine(1));
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) ClaimRules.engine(1));
        int half = inputs.size() / 2;
        inputs.subList(0, half).forEach(some::take);
        some.take(new Input.Tick(some.engine.now()));
        some.erase();
        int base = (int) some.engine.accept(new Input.Tick(some.engine.now())) - 1;
        some.kept.add(new Input.Tick(some.engine.now()));
        inputs.subList(half, inputs.size()).forEach(some::take);
        some.follow();
        assertThat(some.engine.memory().held()).isZero();
        EngineMemory.News after = some.engine.memory().since(base);
        assertThat(after.lost()).isFalse();
        assertThat(after.inputs()).isEqualTo(some.kept).hasSizeGreaterThan(half / 2);
        EngineMemory.News later = some.engine.memory().since(base + 7);
        assertThat(later.inputs()).isEqualTo(some.kept.subList(7, some.kept.size()));
        EngineMemory.News before = some.engine.memory().since(base - 1);
        assertThat(before.lost()).isTrue();
        assertThat(before.footing().orElseThrow().inputs()).isEqualTo(base);
        assertThat(before.inputs()).isEqualTo(some.kept);
        assertThat(whole.engine.memory().since(0).lost()).isFalse();
    }

    @Test
    void aShadowThatMissedInputsSaysSo() {
        List<Input> inputs = RandomCity.inputs(78, 20);
        KeptEngine some = new KeptEngine((DefaultRegulationEngine) SmokeRules.engine(1));
        int third = inputs.size() / 3;
        inputs.subList(0, third).forEach(some::take);
        try (Shadow followed = some.engine.shadow(stricter(), Shadow.Since.NOW);
                Shadow late = some.engine.shadow(stricter(), Shadow.Since.NOW)) {
            Instant opened = some.engine.now();
            assertThat(followed.differences().failure()).isEmpty();
            inputs.subList(third, 2 * third).forEach(some::take);
            some.take(new Input.Tick(some.engine.now()));
            some.erase();
            inputs.subList(2 * third, inputs.size()).forEach(some::take);
            some.follow();
            ShadowReport missed = followed.differences();
            assertThat(missed.failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("erased"));
            assertThat(missed.from()).isEqualTo(opened);
            ShadowReport rest = late.differences();
            assertThat(rest.failure()).isEmpty();
            assertThat(rest.from()).isEqualTo(some.base());
            assertThat(rest.levels()).isNotEmpty();
        }
    }
}
