package io.citytwin.core.graph;

import com.google.common.collect.ImmutableSortedSet;
import io.citytwin.core.model.TwinId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The ways back: which twins lead to a twin. For one thread at a time. */
final class Links {

    // Not sorted: twins move more often than anyone asks for all that are at one place.
    private final Map<Way, Set<TwinId>> sources = new HashMap<>();

    /**
     * A relation seen from its end. Immutable.
     *
     * @param target where it leads
     * @param type of the twins that lead there
     * @param relation their property
     */
    record Way(TwinId target, String type, String relation) {}

    void add(Way way, TwinId source) {
        sources.computeIfAbsent(way, some -> new HashSet<>()).add(source);
    }

    void remove(Way way, TwinId source) {
        Set<TwinId> left = sources.get(way);
        if (left != null && left.remove(source) && left.isEmpty()) {
            sources.remove(way);
        }
    }

    /** The twins as they are now, sorted: later changes do not show. */
    ImmutableSortedSet<TwinId> to(Way way) {
        return ImmutableSortedSet.copyOf(sources(way));
    }

    /** The same without a copy, for the writer. */
    Set<TwinId> sources(Way way) {
        return Collections.unmodifiableSet(sources.getOrDefault(way, Set.of()));
    }
}
