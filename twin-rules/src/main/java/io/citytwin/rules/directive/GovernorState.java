package io.citytwin.rules.directive;

import io.citytwin.core.signal.Input;
import io.citytwin.rules.internal.engine.Bid;
import io.citytwin.rules.internal.engine.Contest;
import java.util.List;
import java.util.Optional;

/**
 * All that a governor must know to go on after a restart. Immutable.
 *
 * @param engine its engine's state
 * @param claims what stands
 * @param asking what devices were asked
 * @param overrides what persons hold
 * @param budgets what is awarded to them, and of actuators that are watched what others leave
 * @param shares who has which part
 * @param allotter what the one that splits them knows
 */
record GovernorState(
        String engine,
        String claims,
        List<Known> asking,
        List<Input.Overridden> overrides,
        List<Budget> budgets,
        List<Shares> shares,
        Optional<String> allotter) {

    /**
     * What a device was asked, and what it would be asked but for a while.
     *
     * @param actuator which
     * @param asked last; empty if nothing ever was
     * @param waiting what it would be asked but for that; empty if nothing waits
     */
    record Known(ActuatorId actuator, Optional<Asked> asked, Optional<Asking.Waiting> waiting) {}

    /** A budget or a watched actuator that somebody has won. */
    record Budget(ActuatorId actuator, Contest.Outcome outcome) {}

    /** The parts of budgets that one actuator has. */
    record Shares(ActuatorId actuator, List<Bid> bids) {}
}
