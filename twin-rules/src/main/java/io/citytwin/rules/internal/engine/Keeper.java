package io.citytwin.rules.internal.engine;

import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the inputs of an engine, the refused ones included, as far as it has not let go of them. Safe for use by many threads. */
@FunctionalInterface
public interface Keeper {

    /**
     * Reads the inputs that are there, in their order.
     *
     * @param base takes what stands for those that were let go of, once and before all; not called if none were
     * @param reader takes each input
     */
    void inputs(Consumer<Stand> base, Consumer<Input> reader);

    /**
     * Up to when inputs were let go of.
     *
     * @return the moment of the base; empty if all are there
     */
    default Optional<Instant> erasedUntil() {
        return Optional.empty();
    }

    /**
     * What stands for inputs that were let go of. Immutable.
     *
     * @param moment up to when
     * @param state what was known then; empty if it can be read no more
     */
    record Stand(Instant moment, Optional<Known> state) {}

    /**
     * What was known at the end of a step. Immutable.
     *
     * @param engine as {@link EngineMemory#state} told it
     * @param claims as {@link Standing#state} told them
     */
    record Known(String engine, String claims) {}
}
