package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.LevelDecision.Reason;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random winters with random edits in the middle: each law decides in its own span, and nothing else. */
class AdoptionPropertyTest {

    private static final int DAYS = 30;
    private static final String FOLDER = "northland/smoke/";

    /** File, text and what an author writes instead. */
    private static final List<List<String>> EDITS = List.of(
            List.of("parameters.yaml", "from: 2024-10-01, value: 2", "from: 2024-10-01, value: 1"),
            List.of("parameters.yaml", "from: 2024-10-01, value: 2", "from: 2024-10-01, value: 3"),
            List.of("parameters.yaml", "value: 50,", "value: 44,"),
            List.of("parameters.yaml", "value: 3, source", "value: 4.5, source"),
            List.of("parameters.yaml", "Mon Thu", "Mon Tue Wed Thu Fri"),
            List.of("parameters.yaml", "30000", "50000"),
            List.of("tables/stopped.csv", "diesel,0-4", "diesel,0-5"),
            List.of("tables/stopped.csv", "petrol lpg,0-1", "petrol lpg,0-3"),
            List.of("state.yaml", "missing: unknown", "missing: breaks"),
            List.of("state.yaml", "pm10 where role = reference", "pm10"),
            List.of("rules.drl", "below >= 1, forecast", "forecast"),
            List.of("rules.drl", "over >= 1 )", "over >= 0 )"));

    @TempDir
    private Path folder;

    private List<Regulation> edited(Random random) {
        Edited law = Edited.copy("engine", folder);
        List<List<String>> edits = new ArrayList<>(EDITS);
        Collections.shuffle(edits, random);
        edits.stream().limit(1 + random.nextInt(3)).forEach(edit -> change(law, edit));
        return law.regulations();
    }

    private static void change(Edited law, List<String> edit) {
        try {
            law.with(FOLDER + edit.get(0), edit.get(1), edit.get(2));
        } catch (IllegalArgumentException done) {
            // Another edit has changed this text already.
            assertThat(done).hasMessageContaining("does not contain");
        }
    }

    private record Said(
            TwinId subject,
            Instant at,
            LocalDate inForce,
            String before,
            String after,
            Reason reason,
            Map<String, ?> runs,
            Map<String, ?> days,
            Object unknown,
            List<Effect> effects) {

        static Said of(LevelDecision decision) {
            return new Said(
                    decision.subject(),
                    decision.decidedAt(),
                    decision.inForce(),
                    decision.before(),
                    decision.after(),
                    decision.reason(),
                    decision.known().runs(),
                    decision.known().days(),
                    decision.unknown(),
                    decision.findings().stream().map(Finding::effect).toList());
        }
    }

    private static Map<TwinId, Object> findings(RegulationEngine engine, List<Input> inputs) {
        Map<TwinId, Object> findings = new TreeMap<>();
        inputs.stream()
                .filter(Input.TwinChanged.class::isInstance)
                .map(input -> ((Input.TwinChanged) input).twin().id())
                .forEach(twin -> findings.put(
                        twin,
                        engine.findings(twin).stream()
                                .map(one -> one.provision().id() + " " + one.effect())
                                .toList()));
        return findings;
    }

    /** An engine that never knew another law: it is told the past as news, and the registers as announcements. */
    private static RegulationEngine fresh(List<Regulation> law, List<Input> past, RegulationEngine before) {
        RegulationEngine engine = RegulationEngine.builder().regulations(law).build();
        Instant now = before.now();
        for (Input input : past) {
            if (input instanceof Input.TwinChanged changed) {
                engine.accept(new Input.TwinChanged(changed.twin(), now));
            } else if (input instanceof Input.Observed seen) {
                engine.accept(new Input.Observed(receivedAt(seen.observation(), now)));
            }
        }
        LocalDate today = CivilCalendar.italy().dateOf(now);
        List<Twin> provinces = past.stream()
                .filter(Input.TwinChanged.class::isInstance)
                .map(input -> ((Input.TwinChanged) input).twin())
                .filter(twin -> twin.type().name().equals("Province"))
                .toList();
        provinces.forEach(twin -> engine.accept(
                announced(twin.id(), before.levelOn(SmokeRules.ID, "Level", twin.id(), today), today, now)));
        List<LevelDecision> later = before.levelDecisions().stream()
                .filter(decision -> decision.inForce().isAfter(today))
                .filter(decision ->
                        !decision.after().equals(decision.before()) || decision.reason() == Reason.ANNOUNCED)
                .toList();
        for (boolean announced : new boolean[] {false, true}) {
            later.stream()
                    .filter(decision -> (decision.reason() == Reason.ANNOUNCED) == announced)
                    .forEach(decision ->
                            engine.accept(announced(decision.subject(), decision.after(), decision.inForce(), now)));
        }
        return engine;
    }

    private static Input announced(TwinId subject, String state, LocalDate from, Instant now) {
        return new Input.Announced(SmokeRules.ID, "Level", subject, state, from, now, "past");
    }

    private static Observation receivedAt(Observation seen, Instant now) {
        return new Observation(
                seen.twin(), seen.property(), seen.value(), seen.measuredAt(), now, seen.source(), seen.quality());
    }

    @ParameterizedTest
    @CsvSource({"31,1", "32,3", "33,1", "34,3", "35,1", "36,3"})
    void whatComesAfterIsWhatAFreshEngineOfTheOtherLawSays(long seed, int shards) {
        Random random = new Random(seed);
        List<Input> inputs = RandomCity.inputs(seed, DAYS);
        List<Regulation> other = edited(random);
        int swap = inputs.size() / 3 + random.nextInt(inputs.size() / 3);
        List<Input> past = inputs.subList(0, swap);
        List<Input> future = inputs.subList(swap, inputs.size());
        try (RegulationEngine engine = SmokeRules.engine(shards)) {
            past.forEach(engine::accept);
            List<LevelDecision> before = engine.levelDecisions();
            try (RegulationEngine fresh = fresh(other, past, engine)) {
                engine.adopt(other);
                assertThat(findings(engine, past)).isEqualTo(findings(fresh, past));
                future.forEach(engine::accept);
                future.forEach(fresh::accept);
                assertThat(findings(engine, inputs)).isEqualTo(findings(fresh, inputs));
                List<LevelDecision> all = engine.levelDecisions();
                assertThat(all.subList(0, before.size())).isEqualTo(before);
                assertThat(all.subList(before.size(), all.size())).hasSizeGreaterThan(20);
                assertThat(all.stream().skip(before.size()).map(Said::of))
                        .containsExactlyElementsOf(fresh.levelDecisions().stream()
                                .filter(decision -> !isTold(decision))
                                .map(Said::of)
                                .toList());
            }
        }
    }

    /** What the fresh engine was told of the registers. */
    private static boolean isTold(LevelDecision decision) {
        return decision.reason() == Reason.ANNOUNCED
                && decision.decidedAt().atZone(CivilCalendar.italy().zone()).getHour() != 13;
    }

    private static List<Object> said(RegulationEngine engine, Instant moment) {
        List<Object> said = new ArrayList<>();
        AsOf asOf = AsOf.at(moment).knownBy(moment);
        for (AsOf clocks : List.of(asOf, asOf.inHindsight(), asOf.publishedBy(LocalDate.of(2026, 3, 1)))) {
            said.add(engine.levelDecisions(clocks));
            for (int car = 0; car < 8; car++) {
                said.add(engine.decide(Question.may(TwinId.of("xx:car" + car), "circulate"), clocks));
            }
        }
        return said;
    }

    /** Each law answers of its own time, however many come after it, also when its compiled rules are gone. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void whatWasSaidUnderALawIsSaidOfItsTimeEverAfter(long seed) {
        Random random = new Random(seed);
        List<Input> inputs = RandomCity.inputs(seed, DAYS);
        List<Regulation> other = edited(random);
        Map<Instant, List<Object>> then = new TreeMap<>();
        try (RegulationEngine engine = SmokeRules.engine(3)) {
            for (int number = 0; number < inputs.size(); number++) {
                engine.accept(inputs.get(number));
                if (number % (inputs.size() / 6) == inputs.size() / 12) {
                    then.put(engine.now(), said(engine, engine.now()));
                } else if (number % (inputs.size() / 3) == inputs.size() / 4) {
                    engine.adopt(number < inputs.size() / 2 ? other : SmokeRules.regulations());
                }
            }
            System.gc();
            then.forEach((moment, said) -> assertThat(said(engine, moment)).isEqualTo(said));
            assertThat(then).hasSize(6);
        }
    }

    /** A law that is there from the first input on has always been there, also in hindsight. */
    @ParameterizedTest
    @ValueSource(longs = {51, 52})
    void aLawAdoptedBeforeTimeBeginsIsTheOnlyOne(long seed) {
        Random random = new Random(seed);
        List<Input> inputs = RandomCity.inputs(seed, DAYS);
        List<Regulation> other = edited(random);
        try (RegulationEngine engine = SmokeRules.engine(1);
                RegulationEngine fresh =
                        RegulationEngine.builder().regulations(other).build()) {
            inputs.forEach(input -> {
                if (!(input instanceof Input.TwinChanged) && engine.law().equals(Laws.hash(SmokeRules.regulations()))) {
                    engine.adopt(other);
                }
                engine.accept(input);
                fresh.accept(input);
            });
            assertThat(engine.law()).isEqualTo(fresh.law());
            List<Object> one = said(engine, engine.now());
            List<Object> two = said(fresh, fresh.now());
            for (int index = 0; index < one.size(); index++) {
                assertThat(one.get(index)).as("answer " + index).isEqualTo(two.get(index));
            }
        }
    }
}
