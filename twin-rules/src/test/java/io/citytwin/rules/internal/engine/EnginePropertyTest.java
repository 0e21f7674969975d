package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random winters: at every step the engine says what it would say if it remembered nothing. */
class EnginePropertyTest {

    private static final int DAYS = 30;

    private static RegulationEngine told(List<Input> inputs, int shards) {
        RegulationEngine engine = SmokeRules.engine(shards);
        inputs.forEach(engine::accept);
        return engine;
    }

    @Test
    void findingsAreAColdFOfEveryTwin() {
        Set<String> provisions = new HashSet<>();
        int compared = 0;
        for (long seed : List.of(1L, 2L, 3L)) {
            ColdOracle oracle = new ColdOracle(SmokeRules.regulations());
            try (RegulationEngine engine = SmokeRules.engine(3)) {
                int step = 0;
                for (Input input : RandomCity.inputs(seed, DAYS)) {
                    engine.accept(input);
                    oracle.accept(input);
                    if (++step % 4 == 0 || input instanceof Input.Tick) {
                        compared += compare(engine, oracle, provisions);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(3_000);
        assertThat(provisions).containsExactlyInAnyOrder("traffic", "filter", "toll", "heating");
    }

    private static int compare(RegulationEngine engine, ColdOracle oracle, Set<String> provisions) {
        for (Twin twin : oracle.twins()) {
            List<Finding> findings = engine.findings(twin.id());
            assertThat(findings).isEqualTo(oracle.findings(twin));
            findings.forEach(finding -> provisions.add(finding.provision().name()));
        }
        return oracle.twins().size();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void levelsAreARefoldOfTheJournalForAnyNumberOfShards(long seed) {
        List<Input> inputs = RandomCity.inputs(seed, 60);
        List<LevelDecision> live;
        try (RegulationEngine engine = told(inputs, 1)) {
            live = engine.levelDecisions();
        }
        assertThat(live)
                .isSortedAccordingTo(Comparator.comparing(LevelDecision::decidedAt)
                        .thenComparing(LevelDecision::subject)
                        .thenComparing(LevelDecision::regulation)
                        .thenComparing(LevelDecision::level));
        assertThat(Set.copyOf(live.stream().map(LevelDecision::reason).toList()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(LevelDecision.Reason.ENDED)));
        assertThat(live).extracting(LevelDecision::subject).contains(TwinId.of("xx:pa"), TwinId.of("xx:pd"));
        assertThat(live)
                .extracting(LevelDecision::reason, LevelDecision::subject)
                .noneMatch(this::computedElsewhere);
        for (int shards : List.of(1, 2, 7, 16)) {
            try (RegulationEngine other = told(inputs, shards)) {
                assertThat(other.levelDecisions()).isEqualTo(live);
            }
        }
    }

    /** The third province lies in another region: only an announcement can name it. */
    private boolean computedElsewhere(org.assertj.core.groups.Tuple row) {
        return row.toList().get(1).equals(TwinId.of("xx:pc")) && row.toList().get(0) != LevelDecision.Reason.ANNOUNCED;
    }

    /** What an engine says at an instant of a moment, of the past and of hindsight. */
    private record Said(
            List<LevelDecision> decided, List<LevelDecision> hindsight, List<Decision> answers, List<Decision> again) {

        static Said by(RegulationEngine engine, Instant moment) {
            AsOf asOf = AsOf.at(moment).knownBy(moment);
            return new Said(
                    engine.levelDecisions(asOf),
                    engine.levelDecisions(asOf.inHindsight()),
                    answers(engine, asOf),
                    answers(engine, asOf.inHindsight()));
        }

        private static List<Decision> answers(RegulationEngine engine, AsOf asOf) {
            return IntStream.range(0, 8)
                    .mapToObj(number -> TwinId.of("xx:car" + number))
                    .map(car -> engine.decide(Question.may(car, "circulate"), asOf))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void whatWasSaidAtAnInstantIsSaidOfItEverAfter(long seed) {
        List<Input> inputs = RandomCity.inputs(seed, DAYS);
        List<Integer> stops = List.of(inputs.size() / 3, inputs.size() / 2, inputs.size() * 3 / 4);
        List<Said> then = new ArrayList<>();
        List<LevelDecision> decided = new ArrayList<>();
        try (RegulationEngine engine = SmokeRules.engine(2)) {
            for (int number = 0; number < inputs.size(); number++) {
                engine.accept(inputs.get(number));
                if (stops.contains(number)) {
                    then.add(Said.by(engine, engine.now()));
                    decided.addAll(engine.levelDecisions()
                            .subList(decided.size(), engine.levelDecisions().size()));
                    assertThat(engine.levelDecisions()).isEqualTo(decided);
                }
            }
            assertThat(engine.levelDecisions().subList(0, decided.size())).isEqualTo(decided);
            for (int stop = 0; stop < stops.size(); stop++) {
                Instant moment = inputs.get(stops.get(stop)).receivedAt();
                assertThat(Said.by(engine, moment)).isEqualTo(then.get(stop));
                try (RegulationEngine stopped = told(inputs.subList(0, stops.get(stop) + 1), 1)) {
                    assertThat(Said.by(stopped, moment)).isEqualTo(then.get(stop));
                }
            }
        }
        assertThat(then.get(2).decided()).isNotEqualTo(then.get(2).hindsight());
    }
}
