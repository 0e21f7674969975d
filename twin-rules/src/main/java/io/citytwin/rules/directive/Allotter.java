package io.citytwin.rules.directive;

import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Splits what a budget allows over actuators. The same inputs always give the same shares. For one thread at a time.
 *
 * <p>A budget is an actuator that no device takes, such as the power that a district may draw: provisions claim it, and
 * the award says how much there is. Each share then limits its own actuator, by the right of the claim that won the budget.
 */
public interface Allotter {

    /**
     * Takes an input in the order of the journal, after the engine took it. All inputs of a step come before it ends.
     *
     * @param input what happened
     */
    void accept(Input input);

    /**
     * Whether an actuator is a budget to split rather than something that a device takes; no directive is issued for it.
     *
     * @param actuator any actuator; the answer for one never changes
     * @return true if it is split
     */
    boolean splits(ActuatorId actuator);

    /**
     * Whether it must know what others leave of an actuator that may get a share; one that it splits is never asked about.
     *
     * @param actuator any actuator of a twin that it was told of
     * @return true if {@link #split} needs its award
     */
    default boolean watches(ActuatorId actuator) {
        return false;
    }

    /**
     * The shares of all budgets that are awarded now; called at each step's end, after arbitration of the budgets.
     *
     * @param awards of the actuators that it splits, and of those that it watches as they would be without any share; sorted
     * @param moment the step's end
     * @return all shares; one that is no longer among them ends, and its actuator is free of it
     */
    List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment);

    /**
     * All that it must know to go on after a restart, at a step's end.
     *
     * @return text that only it understands; empty if it knows nothing but what it is given at each step
     */
    default Optional<String> state() {
        return Optional.empty();
    }

    /**
     * Goes on from a state, before anything else.
     *
     * @param state what {@link #state} said then
     */
    default void resume(String state) {
        // Nothing is remembered.
    }

    /**
     * A part of a budget. Immutable.
     *
     * @param actuator whose
     * @param most how much, in that actuator's unit
     * @param budget which budget it is part of; it must be awarded
     * @param reason one sentence
     */
    record Share(ActuatorId actuator, Value most, ActuatorId budget, String reason) {}
}
