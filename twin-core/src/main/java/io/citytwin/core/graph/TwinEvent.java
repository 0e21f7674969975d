package io.citytwin.core.graph;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;

/** What a graph remembers of one twin, in the order in which it happened. Immutable. */
sealed interface TwinEvent {

    TwinId twin();

    /** When it reached the city. */
    Instant at();

    /** The twin says all this of itself, and nothing else. */
    record Put(TwinId twin, AssetType type, Map<String, Value> values, Instant at) implements TwinEvent {}

    record Removed(TwinId twin, Instant at) implements TwinEvent {}

    record Observed(Observation observation) implements TwinEvent {
        @Override
        public TwinId twin() {
            return observation.twin();
        }

        @Override
        public Instant at() {
            return observation.receivedAt();
        }
    }

    record Desired(TwinId twin, String property, Value value, Instant at) implements TwinEvent {}

    /** A consequence of the others, kept so that one twin can be looked back at without the zones of then. */
    record InZones(TwinId twin, SortedSet<TwinId> zones, Instant at) implements TwinEvent {}
}
