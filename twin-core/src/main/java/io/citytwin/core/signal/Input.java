package io.citytwin.core.signal;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Anything that can change an outcome. Every input gets a journal number; the same sequence of inputs always gives the
 * same outcomes, byte for byte. Immutable.
 */
public sealed interface Input {

    /**
     * When it reached the city.
     *
     * @return the instant by which it is known
     */
    Instant receivedAt();

    /**
     * A value of a property was measured, forecast or corrected. Immutable.
     *
     * @param observation the value with time, source and quality
     */
    record Observed(Observation observation) implements Input {
        @Override
        public Instant receivedAt() {
            return observation.receivedAt();
        }
    }

    /**
     * A twin appeared or changed. Immutable.
     *
     * @param twin all that is known of it now
     * @param receivedAt when it reached the city
     */
    record TwinChanged(Twin twin, Instant receivedAt) implements Input {}

    /**
     * An authority announced the state of a register by its own act, which beats the computed one. Immutable.
     *
     * @param regulation id of the regulation that declares the register
     * @param register name of the register, such as {@code Level}
     * @param subject the twin that carries the register
     * @param state name of the announced state
     * @param from first day in force
     * @param receivedAt when it reached the city
     * @param source the act or page that announced it
     */
    record Announced(
            String regulation,
            String register,
            TwinId subject,
            String state,
            LocalDate from,
            Instant receivedAt,
            String source)
            implements Input {}

    /**
     * Time went on with nothing else to say. Immutable.
     *
     * @param receivedAt the instant reached
     */
    record Tick(Instant receivedAt) implements Input {}

    /**
     * A vehicle went through a gate. Immutable.
     *
     * @param passage who, where and when
     * @param receivedAt when it reached the city
     */
    record Passed(Passage passage, Instant receivedAt) implements Input {}

    /**
     * The city goes by another law from now on. Immutable.
     *
     * @param hash names the law, which the governor was given before; nothing else is known of it here
     * @param receivedAt when it reached the city
     */
    record LawAdopted(String hash, Instant receivedAt) implements Input {}

    /**
     * Somebody takes an actuator in an emergency: it beats every claim until it ends by itself. Immutable.
     *
     * @param twin whose actuator
     * @param property which; of several overrides of one actuator the last counts
     * @param value what the device should take; empty lets go of it at once
     * @param by the person who answers for it
     * @param reason why, one sentence
     * @param until when it ends
     * @param receivedAt when it reached the city
     */
    record Overridden(
            TwinId twin,
            String property,
            Optional<Value> value,
            String by,
            String reason,
            Instant until,
            Instant receivedAt)
            implements Input {}

    /**
     * Somebody lets a directive go out that does what cannot be undone. Immutable.
     *
     * @param directive its id
     * @param by the person who answers for it
     * @param receivedAt when it reached the city
     */
    record Approved(String directive, String by, Instant receivedAt) implements Input {}
}
