package io.citytwin.rules.internal.engine;

import io.citytwin.core.graph.Change;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Which shard a twin belongs to, and which others see it since one of their twins leads to it or is on its ground. For one
 * thread at a time.
 */
final class Division {

    private final TwinGraph graph;
    private final List<Shard> shards;
    /** The shards that see a twin without being its own, as bits. */
    private final Map<TwinId, Long> seen = new HashMap<>();

    Division(TwinGraph graph, List<Shard> shards) {
        this.graph = graph;
        this.shards = shards;
    }

    int own(TwinId twin) {
        return Math.floorMod(twin.hashCode(), shards.size());
    }

    /** All twins that a shard has to know. */
    void fill(int shard, Collection<TwinId> visitors, ClassTables tables) {
        for (AssetType type : graph.types().all()) {
            graph.all(type.name()).stream()
                    .filter(twin -> own(twin) == shard)
                    .forEach(twin -> graph.find(twin).ifPresent(tables::put));
        }
        visitors.forEach(twin -> graph.find(twin).ifPresent(tables::see));
    }

    /** The twins that a shard sees without being their own. */
    Collection<TwinId> visitors(int shard) {
        List<TwinId> visitors = new ArrayList<>();
        seen.forEach((twin, by) -> {
            if ((by & 1L << shard) != 0) {
                visitors.add(twin);
            }
        });
        return visitors;
    }

    /** Takes in all twins of the graph. */
    void takeAll() {
        graph.types()
                .all()
                .forEach(type ->
                        graph.all(type.name()).forEach(twin -> graph.find(twin).ifPresent(this::take)));
    }

    void hear(Change change) {
        TwinId id = change.twin();
        switch (change.kind()) {
            case OBSERVED, CHANGED -> {
                change.value().ifPresent(value -> lead(id, value));
                Shard.Edit edit = Shard.Edit.of(change);
                forEach(id, shard -> shards.get(shard).add(edit));
            }
            case ADDED, ZONES -> graph.find(id).ifPresent(this::take);
            case REMOVED -> {
                forEach(id, shard -> shards.get(shard).add(tables -> tables.forget(id)));
                seen.remove(id);
            }
            case DESIRED -> {}
        }
    }

    private void take(Twin twin) {
        int own = own(twin.id());
        forEach(twin.id(), shard -> {
            shards.get(shard).add(shard == own ? tables -> tables.put(twin) : tables -> tables.see(twin));
            lookAround(shard, twin);
        });
    }

    private void lead(TwinId twin, Value value) {
        if (value instanceof Value.Ref to) {
            forEach(twin, shard -> see(shard, to.target()));
        }
    }

    private void lookAround(int shard, Twin twin) {
        for (Value value : twin.values().values()) {
            if (value instanceof Value.Ref to) {
                see(shard, to.target());
            }
        }
        twin.zones().forEach(zone -> see(shard, zone));
    }

    /** A shard sees a twin from now on, and all that it leads to. */
    private void see(int shard, TwinId id) {
        long before = seen.getOrDefault(id, 0L);
        if (own(id) != shard && (before & 1L << shard) == 0) {
            seen.put(id, before | 1L << shard);
            graph.find(id).ifPresent(twin -> {
                shards.get(shard).add(tables -> tables.see(twin));
                lookAround(shard, twin);
            });
        }
    }

    /** The twin's own shard, and those that see it. */
    void forEach(TwinId twin, IntConsumer shard) {
        shard.accept(own(twin));
        for (long by = seen.getOrDefault(twin, 0L); by != 0; by &= by - 1) {
            shard.accept(Long.numberOfTrailingZeros(by));
        }
    }
}
