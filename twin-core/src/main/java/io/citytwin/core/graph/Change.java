package io.citytwin.core.graph;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that changed in a {@link TwinGraph}. Immutable.
 *
 * @param number from 1, without gaps
 * @param twin whose
 * @param kind what
 * @param property the property that changed; empty if the twin as a whole did
 * @param value its new value; empty if it became unknown, or for the twin as a whole
 * @param at when it reached the graph
 */
public record Change(
        long number, TwinId twin, Kind kind, Optional<String> property, Optional<Value> value, Instant at) {

    /** What changed. */
    public enum Kind {
        /** The twin is new. */
        ADDED,
        /** Its own data changed. */
        CHANGED,
        /** A value was observed. */
        OBSERVED,
        /** The city asks for another value. */
        DESIRED,
        /** It is on the ground of other zones. */
        ZONES,
        /** The twin is gone. */
        REMOVED
    }
}
