package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no sense is refused at the edge, and the engine is as if it had never been said. */
class RefusedInputsTest {

    private static final List<Input> BEFORE = RandomCity.inputs(5, 12);
    private static final Instant NOW = BEFORE.get(BEFORE.size() - 1).receivedAt();
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));

    private static RegulationEngine engine() {
        RegulationEngine engine = SmokeRules.engine(1);
        BEFORE.forEach(engine::accept);
        return engine;
    }

    /** All that an engine says of itself. */
    private record State(Instant now, List<LevelDecision> decisions, List<List<Finding>> findings) {
        static State of(RegulationEngine engine) {
            return new State(
                    engine.now(),
                    engine.levelDecisions(),
                    Stream.of("pa", "pb", "ta", "car1", "car2", "car3", "home")
                            .map(name -> engine.findings(TwinId.of("xx:" + name)))
                            .toList());
        }
    }

    private static Observation seen(String twin, String property, Value value, Instant received) {
        return new Observation(TwinId.of(twin), property, Optional.of(value), NOW, received, "probe", Quality.GOOD);
    }

    private static Input observed(String twin, String property, Value value) {
        return new Input.Observed(seen(twin, property, value, LATER));
    }

    private static Input announced(String regulation, String level, String twin, String state) {
        return new Input.Announced(regulation, level, TwinId.of(twin), state, LocalDate.of(2026, 3, 10), LATER, "note");
    }

    private static Quantity pm10(Unit unit) {
        return Quantity.of(40, unit);
    }

    static Stream<Arguments> nonsense() {
        Quantity good = pm10(Unit.MICROGRAM_PER_CUBIC_METRE);
        String smoke = SmokeRules.ID;
        return Stream.of(
                Arguments.of("R304", "`xx:nobody`", observed("xx:nobody", "pm10", good)),
                Arguments.of("R304", "`smell`", observed("xx:sa", "smell", good)),
                Arguments.of("C102", "`kW`", observed("xx:sa", "pm10", pm10(Unit.KILOWATT))),
                Arguments.of("C105", "`true`", observed("xx:sa", "pm10", new Value.Flag(true))),
                Arguments.of("C105", "`7Z`", observed("xx:car1", "euro", new Value.Term("7Z"))),
                Arguments.of("C105", "`hail`", observed("xx:pa", "forecast", new Value.Term("hail"))),
                Arguments.of("C105", "`forecast`", observed("xx:pa", "forecast", good)),
                Arguments.of("R304", "`third`", announced(smoke, "Level", "xx:pa", "third")),
                Arguments.of("R304", "`Mood`", announced(smoke, "Mood", "xx:pa", "first")),
                Arguments.of("R304", "`xx.other`", announced("xx.other", "Level", "xx:pa", "first")),
                Arguments.of("R304", "`xx:nobody`", announced(smoke, "Level", "xx:nobody", "first")),
                Arguments.of("R304", "`xx:car1`", announced(smoke, "Level", "xx:car1", "first")),
                Arguments.of(
                        "C108", "`" + NOW + "`", new Input.Observed(seen("xx:sa", "pm10", good, NOW.minusNanos(1)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedAndChangesNothing(String code, String named, Input input) {
        try (RegulationEngine engine = engine();
                RegulationEngine never = engine()) {
            State before = State.of(engine);

            assertRefused(code, named, () -> engine.accept(input));

            assertThat(State.of(engine)).isEqualTo(before);
            // Nor later: the two engines go on alike, journal numbers included.
            Input next = observed("xx:sa", "pm10", pm10(Unit.MICROGRAM_PER_CUBIC_METRE));
            assertThat(engine.accept(next)).isEqualTo(never.accept(next));
            engine.advanceTo(LATER.plus(Duration.ofDays(1)));
            never.advanceTo(LATER.plus(Duration.ofDays(1)));
            assertThat(State.of(engine)).isEqualTo(State.of(never)).isNotEqualTo(before);
        }
    }

    @Test
    void timeDoesNotRunBackwards() {
        try (RegulationEngine engine = engine()) {
            State before = State.of(engine);
            assertRefused("C108", "`" + NOW + "`", () -> engine.advanceTo(NOW.minusNanos(1)));
            assertRefused("R304", "`third`", () -> announce(engine, "xx:pa", "third"));
            assertRefused("R304", "`xx:nobody`", () -> announce(engine, "xx:nobody", "first"));
            assertThat(State.of(engine)).isEqualTo(before);
            engine.advanceTo(NOW);
            announce(engine, "xx:pa", "first");
            assertThat(State.of(engine)).isNotEqualTo(before);
        }
    }

    private static void announce(RegulationEngine engine, String twin, String state) {
        engine.announce(TwinId.of(twin), SmokeRules.ID + "/Level", state, LocalDate.of(2026, 3, 10));
    }

    private static void assertRefused(String code, String named, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code().id()).isEqualTo(code);
            assertThat(refused.problem()).contains(named);
        });
    }
}
