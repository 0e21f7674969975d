package io.citytwin.core.sync;

import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a directive. Immutable.
 *
 * @param directive what was asked of which device, and why
 * @param adapter the adapter that serves the device; empty if none does
 * @param state how far it came
 * @param attempts how often it was sent
 * @param settledAt when it was answered, raised or superseded
 * @param problem why it was raised
 * @param replacedAt when another directive for the same actuator took its place, whatever its state
 */
public record DirectiveRecord(
        Directive directive,
        Optional<String> adapter,
        State state,
        int attempts,
        Optional<Instant> settledAt,
        Optional<String> problem,
        Optional<Instant> replacedAt) {

    /** How far a directive came. */
    public enum State {
        /** On its way; no answer yet. */
        ISSUED,
        /** The device does it. */
        ACKNOWLEDGED,
        /** The device refused, or never answered: somebody has to look. */
        RAISED,
        /** Another directive for the same actuator came before the answer. */
        SUPERSEDED,
        /** No adapter serves the twin, so nothing was sent. */
        UNSERVED
    }

    static DirectiveRecord issued(Directive directive, String adapter) {
        return new DirectiveRecord(
                directive, Optional.of(adapter), State.ISSUED, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static DirectiveRecord unserved(Directive directive) {
        return new DirectiveRecord(
                directive, Optional.empty(), State.UNSERVED, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A late answer settles what was raised; a second one says nothing new. */
    boolean awaits(Acknowledgement answer) {
        return state == State.ISSUED
                || (state == State.RAISED && answer.refused().isEmpty());
    }

    DirectiveRecord sent() {
        return new DirectiveRecord(directive, adapter, state, attempts + 1, settledAt, problem, replacedAt);
    }

    DirectiveRecord answered(Acknowledgement answer, Instant at) {
        State settled = answer.refused().isPresent() ? State.RAISED : State.ACKNOWLEDGED;
        return new DirectiveRecord(
                directive, adapter, settled, attempts, Optional.of(at), answer.refused(), replacedAt);
    }

    DirectiveRecord raised(String why, Instant at) {
        return new DirectiveRecord(
                directive, adapter, State.RAISED, attempts, Optional.of(at), Optional.of(why), replacedAt);
    }

    DirectiveRecord replaced(Instant at) {
        boolean open = state == State.ISSUED;
        return new DirectiveRecord(
                directive,
                adapter,
                open ? State.SUPERSEDED : state,
                attempts,
                open ? Optional.of(at) : settledAt,
                problem,
                Optional.of(at));
    }
}
