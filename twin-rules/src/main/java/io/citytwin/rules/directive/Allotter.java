package io.citytwin.rules.directive;

import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Splits a budget, such as the power of a district, over the devices that share it. The same inputs and awards always
 * give the same shares. For one thread at a time.
 */
public interface Allotter {

    /**
     * Takes an input, in the order of the journal.
     *
     * @param input what happened
     */
    void accept(Input input);

    /**
     * Whether an actuator is a budget that this one splits, and no device takes.
     *
     * @param actuator twin and property
     * @return true for a budget
     */
    boolean splits(ActuatorId actuator);

    /**
     * Splits all budgets.
     *
     * @param awards who won each actuator
     * @param moment the end of the step
     * @return sorted by actuator; an actuator without a share is not limited by a budget
     */
    List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment);

    /**
     * What a device may take of a budget. Immutable.
     *
     * @param actuator of the device
     * @param most in the actuator's unit
     * @param budget of which it is a share
     * @param reason why no more, one sentence
     */
    record Share(ActuatorId actuator, Value most, ActuatorId budget, String reason) {}
}
