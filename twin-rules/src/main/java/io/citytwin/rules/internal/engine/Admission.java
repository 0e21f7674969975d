package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.StateSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refuses inputs that make no sense under a law, and changes nothing. For one thread at a time. */
final class Admission {

    private final Law law;
    private final CityView city;

    Admission(Law law, CityView city) {
        this.law = law;
        this.city = city;
    }

    static void checkOrder(Input input, Instant now) {
        if (input.receivedAt().isBefore(now)) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "`" + input.receivedAt() + "` is before the engine's time `" + now + "`.",
                    "Maybe give the input the instant at which it reached the city; what it measured may be older.");
        }
    }

    void check(Input input) {
        if (input instanceof Input.Observed seen) {
            checkObserved(seen.observation());
        } else if (input instanceof Input.Announced announced) {
            String carrier = levelOf(announced).of();
            Twin subject = known(announced.subject());
            if (!subject.type().name().equals(carrier)) {
                throw new CityTwinException(
                        RulesError.INPUT,
                        "`" + subject.id() + "` is no `" + carrier + "`, which carries `" + announced.register() + "`.",
                        "Maybe another twin is meant.");
            }
        } else if (input instanceof Input.Passed passed) {
            AtGate.of(passed.passage().vehicle(), passed.passage().gate(), city, RulesError.INPUT);
            checkOrder(passed);
        } else if (input instanceof Input.Overridden override) {
            checkOverride(override);
        }
    }

    private void checkOverride(Input.Overridden override) {
        Twin twin = known(override.twin());
        String property = override.property();
        ValueType type = twin.type().properties().get(property);
        if (type == null || !twin.type().actuators().containsKey(property)) {
            throw new CityTwinException(
                    RulesError.INPUT,
                    "`" + twin.type().name() + "` has no actuator `" + property + "`.",
                    "Maybe one of " + twin.type().actuators().keySet() + ".");
        }
        if (override.by().isBlank() || override.reason().isBlank()) {
            throw new CityTwinException(
                    RulesError.INPUT,
                    "`" + twin.id() + "/" + property + "` is overridden without "
                            + (override.by().isBlank() ? "a person." : "a reason."),
                    "Maybe say who answers for it and why.");
        }
        override.value().ifPresent(value -> {
            Values.check(type, property, value);
            if (!override.until().isAfter(override.receivedAt())) {
                throw new CityTwinException(
                        CoreError.ORDER,
                        "The override of `" + twin.id() + "/" + property + "` ends at `" + override.until()
                                + "`, and reached the city at `" + override.receivedAt() + "`.",
                        "Maybe a later end, or no value to let go at once.");
            }
        });
    }

    private static void checkOrder(Input.Passed passed) {
        if (passed.passage().at().isAfter(passed.receivedAt())) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "Passage `" + passed.passage().id() + "` of `"
                            + passed.passage().at() + "` reached the city before, at `" + passed.receivedAt() + "`.",
                    "Maybe a clock is wrong.");
        }
    }

    private void checkObserved(Observation observation) {
        Twin twin = known(observation.twin());
        String property = observation.property();
        ValueType own = twin.type().properties().get(property);
        List<ValueType> types = own != null
                ? List.of(own)
                : inputs(twin, property).stream().map(StateSpec.Input::values).toList();
        if (types.isEmpty()) {
            throw new CityTwinException(
                    RulesError.INPUT,
                    "`" + twin.type().name() + "` has no property or input `" + property + "`.",
                    "Maybe it is declared in another regulation, or misspelt.");
        }
        observation.usable().ifPresent(value -> types.forEach(type -> Values.check(type, property, value)));
    }

    private List<StateSpec.Input> inputs(Twin twin, String name) {
        return law.regulations()
                .map(regulation ->
                        Optional.ofNullable(regulation.state().inputs().get(name)))
                .flatMap(Optional::stream)
                .filter(input -> input.of().equals(twin.type().name()))
                .toList();
    }

    /** The twin, which must be known. */
    Twin known(TwinId id) {
        return city.twin(id)
                .orElseThrow(() -> new CityTwinException(
                        RulesError.INPUT,
                        "`" + id + "` is not a known twin.",
                        "Maybe tell the engine of the twin first."));
    }

    /** The announced level, which must have the announced state. */
    StateSpec.Level levelOf(Input.Announced announced) {
        return law.level(announced.regulation(), announced.register())
                .filter(found -> found.states().names().contains(announced.state()))
                .orElseThrow(() -> new CityTwinException(
                        RulesError.INPUT,
                        "`" + announced.regulation() + "` has no `" + announced.register() + "` with a state `"
                                + announced.state() + "`.",
                        "Maybe look at the folder's state.yaml."));
    }
}
