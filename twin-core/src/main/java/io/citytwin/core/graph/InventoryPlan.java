package io.citytwin.core.graph;

import io.citytwin.core.model.TwinId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read, and how. Immutable.
 *
 * @param namespace of ids without one
 * @param extent where all points lie
 * @param known ids of other twins, with the names of their types
 * @param sources the files
 */
record InventoryPlan(
        Optional<String> namespace, Optional<Extent> extent, Map<TwinId, String> known, List<InventorySource> sources) {

    /** Copies the collections. */
    InventoryPlan {
        known = Map.copyOf(known);
        sources = List.copyOf(sources);
    }

    TwinId id(String text) {
        return namespace.isEmpty() || text.indexOf(':') >= 0 ? TwinId.of(text) : new TwinId(namespace.get(), text);
    }
}
