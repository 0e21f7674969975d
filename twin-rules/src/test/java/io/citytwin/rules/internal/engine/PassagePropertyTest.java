package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Decision.Outcome;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random passages come out as the law said again in plain Java, and as any way to fill in what is not known. */
class PassagePropertyTest {

    private static final List<TwinId> GATES = List.of(Town.INNER_GATE, Town.OUTER_GATE, Town.LANE, Town.FAR_GATE);
    private static final Map<String, List<String>> VALUES = Map.of(
            "category", List.of("M1", "M1", "N1", "N2"),
            "fuel", List.of("petrol", "diesel", "electric"),
            "euro", List.of("0", "2", "3", "4", "6"),
            "length", List.of("4", "4", "4", "7.5", "7.51"),
            "homeZone", List.of("xx:inner", "xx:outer"),
            "service", List.of("private", "hire"),
            "refrigerated", List.of("true", "false"),
            "registered", List.of("true", "false"),
            "disabledBadge", List.of("true", "false", "false"));

    private static Twin car(int number, Random random) {
        StringBuilder values = new StringBuilder("holder=h" + number / 2);
        VALUES.keySet().stream()
                .sorted()
                .forEach(property -> values.append(' ')
                        .append(property)
                        .append('=')
                        .append(VALUES.get(property)
                                .get(random.nextInt(VALUES.get(property).size()))));
        return Town.car(TwinId.of("xx:car" + number), values.toString());
    }

    /** Some weeks before and after the first of October or January; one in five arrives up to a day late. */
    private static List<Input.Passed> passages(Random random, Instant start, int cars) {
        List<Input.Passed> passed = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            Instant at = start.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
            Duration late = random.nextInt(5) == 0 ? Duration.ofMinutes(random.nextInt(24 * 60)) : Duration.ZERO;
            TwinId car = TwinId.of("xx:car" + random.nextInt(cars));
            passed.add(
                    new Input.Passed(new Passage("p" + number, car, GATES.get(random.nextInt(4)), at), at.plus(late)));
        }
        passed.sort(Comparator.comparing(Input.Passed::receivedAt));
        return passed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-10-10T00:00", "2025-09-10T00:00", "2025-12-10T00:00"})
    void passagesAreSettledAsThePlainLawSays(String start) {
        Random random = new Random(start.hashCode());
        PlainTown plain = new PlainTown();
        Map<TwinId, Twin> cars = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        try (RegulationEngine engine = Town.engine()) {
            for (int number = 0; number < 24; number++) {
                Twin car = car(number, random);
                cars.put(car.id(), car);
                engine.put(car);
            }
            for (Input.Passed passed : passages(random, Town.at(start), cars.size())) {
                Twin car = cars.get(passed.passage().vehicle());
                Decision asked = ask(engine, passed.passage());
                engine.accept(passed);
                engine.accept(passed);
                Settlement settled = engine.settlement(passed.passage().id()).orElseThrow();
                PlainTown.Result result = plain.settle(passed.passage(), car);
                assertThat(settled.decision().outcome()).isEqualTo(result.outcome());
                assertThat(settled.fee()).contains(new Quantity(result.fee(), Unit.EURO));
                assertThat(settled.spent()).isEqualTo(result.spent());
                assertThat(asked.fee()).isEqualTo(settled.fee());
                assertThat(asked.spends()).isEqualTo(settled.decision().spends());
                seen.add(List.of(result.outcome(), result.fee(), result.spent().keySet()));
            }
            assertThat(engine.settlements()).hasSize(400);
            assertRefoldsSayTheSame(engine, cars.keySet());
        }
        assertThat(seen).hasSizeGreaterThan(4);
    }

    private static Decision ask(RegulationEngine engine, Passage passage) {
        return engine.decide(Question.passage(passage.vehicle(), passage.gate()), AsOf.at(passage.at()));
    }

    private static void assertRefoldsSayTheSame(RegulationEngine engine, Set<TwinId> cars) {
        AsOf live = AsOf.at(engine.now());
        engine.advanceTo(engine.now().plusSeconds(1));
        for (TwinId car : cars) {
            Question question = Question.passage(car, Town.INNER_GATE);
            Decision now = engine.decide(question, live);
            for (AsOf again : List.of(live.knownBy(live.at()), live.inHindsight())) {
                Decision refolded = engine.decide(question, again);
                assertThat(refolded.outcome()).isEqualTo(now.outcome());
                assertThat(refolded.fee()).isEqualTo(now.fee());
                assertThat(refolded.findings()).isEqualTo(now.findings());
            }
        }
    }

    // What a decision says without knowing all, it would say whatever the rest turned out to be.
    @Test
    void whatIsSaidOfHalfKnownVehiclesHoldsForEveryWayToFillThemIn() {
        Random random = new Random(7);
        Map<Outcome, Integer> outcomes = new TreeMap<>();
        int feesUnknown = 0;
        try (RegulationEngine engine = Town.engine()) {
            for (int round = 0; round < 150; round++) {
                Twin whole = car(0, random);
                List<String> hidden = hidden(random);
                TwinId gate = GATES.get(random.nextInt(3));
                Instant at = Town.at("2025-11-11T0" + (7 + random.nextInt(3)) + ":45");
                Decision decision = decide(engine, without(whole, hidden), gate, at);
                outcomes.merge(decision.outcome(), 1, Integer::sum);
                feesUnknown +=
                        decision.outcome() == Outcome.ALLOWED && decision.fee().isEmpty() ? 1 : 0;
                for (Twin filled : completions(whole, hidden)) {
                    Decision known = decide(engine, filled, gate, at);
                    if (decision.outcome() != Outcome.UNKNOWN) {
                        assertThat(known.outcome()).isEqualTo(decision.outcome());
                    }
                    Optional<Quantity> fee = decision.fee();
                    assertThat(fee.isEmpty() || fee.equals(known.fee())).isTrue();
                }
            }
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(feesUnknown).isPositive();
    }

    private static List<String> hidden(Random random) {
        List<String> properties = new ArrayList<>(VALUES.keySet());
        properties.sort(Comparator.naturalOrder());
        Collections.shuffle(properties, random);
        return properties.subList(0, 1 + random.nextInt(2));
    }

    private static Decision decide(RegulationEngine engine, Twin car, TwinId gate, Instant at) {
        engine.put(car);
        return engine.decide(Question.passage(car.id(), gate), AsOf.at(at));
    }

    private static Twin without(Twin twin, List<String> properties) {
        SortedMap<String, Value> values = new TreeMap<>(twin.values());
        values.keySet().removeAll(properties);
        return new Twin(twin.id(), twin.type(), values, twin.observations(), twin.zones());
    }

    private static List<Twin> completions(Twin whole, List<String> hidden) {
        List<Twin> filled = List.of(whole);
        for (String property : hidden) {
            filled = filled.stream()
                    .flatMap(twin -> VALUES.get(property).stream().map(value -> twin.with(property, value)))
                    .toList();
        }
        return filled;
    }
}
