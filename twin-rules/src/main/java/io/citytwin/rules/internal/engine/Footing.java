package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import java.time.Instant;
import java.util.List;

/**
 * What an engine knew after the last input that was let go of: the inputs that are there rest on it. Used inside the
 * engine's turn. For one thread at a time.
 *
 * @param engine as it is now
 * @param state then
 * @param claims that stood then, as {@link Standing} told them
 */
record Footing(EngineMemory.Parts engine, EngineState state, String claims) {

    int inputs() {
        return Math.toIntExact(state.inputs());
    }

    Instant at() {
        return state.times().now();
    }

    List<Twin> twins() {
        return engine.twins(state);
    }

    /** What had been observed by then, as far as any law so far has asked for it. */
    List<Observation> seen() {
        return engine.live().arrivals().observed().all().stream()
                .filter(one -> !one.receivedAt().isAfter(at()))
                .toList();
    }

    /** Lets a fold that knows nothing go on from here. */
    void restore(Fold fold) {
        fold.restore(state, twins());
        // A law that was adopted since then may have asked for more than the one before it.
        Observed observed = fold.arrivals().observed();
        seen().stream().filter(one -> !observed.has(one)).forEach(observed::omit);
    }
}
