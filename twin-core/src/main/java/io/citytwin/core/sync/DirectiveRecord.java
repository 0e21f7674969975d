package io.citytwin.core.sync;

import io.citytwin.core.model.Value;
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
 * @param attempts how often it was sent, renewals of its lease not counted
 * @param settledAt when it was answered, approved, raised, found unmoved or superseded last
 * @param problem why it was raised, or what the device reports instead
 * @param replacedAt when another directive for the same actuator took its place, whatever its state
 * @param before what the device reported when the directive was issued
 * @param approvedBy who let it go out, if that was needed
 */
public record DirectiveRecord(
        Directive directive,
        Optional<String> adapter,
        State state,
        int attempts,
        Optional<Instant> settledAt,
        Optional<String> problem,
        Optional<Instant> replacedAt,
        Optional<Value> before,
        Optional<String> approvedBy) {

    /** How far a directive came. */
    public enum State {
        /** It does what cannot be undone: a named person has to approve it before it is sent. */
        AWAITING,
        /** On its way; no answer yet. */
        ISSUED,
        /** The device does it. */
        ACKNOWLEDGED,
        /** The device said that it does it, but reports what it did before: somebody has to look. */
        UNMOVED,
        /** The device refused, or never answered: somebody has to look. */
        RAISED,
        /** Another directive for the same actuator came before the answer. */
        SUPERSEDED,
        /** No adapter serves the twin, so nothing was sent. */
        UNSERVED
    }

    static DirectiveRecord unserved(Directive directive) {
        return fresh(directive, Optional.empty(), State.UNSERVED, Optional.empty());
    }

    static DirectiveRecord fresh(Directive directive, Optional<String> adapter, State state, Optional<Value> before) {
        return new DirectiveRecord(
                directive,
                adapter,
                state,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                Optional.empty());
    }

    /** A late answer settles what was raised; a second one says nothing new. */
    boolean awaits(Acknowledgement answer) {
        return state == State.ISSUED
                || (state == State.RAISED && answer.refused().isEmpty());
    }

    /** Whether nobody knows yet what becomes of it. */
    boolean isOpen() {
        return state == State.ISSUED || state == State.AWAITING;
    }

    /** Whether the device is believed to do it, so that its lease is renewed. */
    boolean isDone() {
        return replacedAt.isEmpty() && (state == State.ACKNOWLEDGED || state == State.UNMOVED);
    }

    /** When the device said that it does it. */
    Optional<Instant> doneAt() {
        return state == State.ACKNOWLEDGED || state == State.UNMOVED ? settledAt : Optional.empty();
    }

    DirectiveRecord sent(int attempt) {
        return new DirectiveRecord(
                directive, adapter, state, attempt, settledAt, problem, replacedAt, before, approvedBy);
    }

    DirectiveRecord approved(String by, Instant at) {
        return new DirectiveRecord(
                directive,
                adapter,
                State.ISSUED,
                attempts,
                Optional.of(at),
                problem,
                replacedAt,
                before,
                Optional.of(by));
    }

    DirectiveRecord answered(Acknowledgement answer, Instant at) {
        return settled(answer.refused().isPresent() ? State.RAISED : State.ACKNOWLEDGED, answer.refused(), at);
    }

    DirectiveRecord raised(String why, Instant at) {
        return settled(State.RAISED, Optional.of(why), at);
    }

    DirectiveRecord unmoved(String why, Instant at) {
        return settled(State.UNMOVED, Optional.of(why), at);
    }

    DirectiveRecord settled(State now, Optional<String> why, Instant at) {
        return new DirectiveRecord(
                directive, adapter, now, attempts, Optional.of(at), why, replacedAt, before, approvedBy);
    }

    DirectiveRecord replaced(Instant at) {
        return new DirectiveRecord(
                directive,
                adapter,
                isOpen() ? State.SUPERSEDED : state,
                attempts,
                isOpen() ? Optional.of(at) : settledAt,
                problem,
                Optional.of(at),
                before,
                approvedBy);
    }
}
