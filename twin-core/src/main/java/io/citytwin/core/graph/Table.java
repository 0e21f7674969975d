package io.citytwin.core.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.TwinId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All twins of one type, in columns. Rows of twins that are gone are used again. For one thread at a time. */
final class Table {

    final AssetType type;
    /** In the order of their names. */
    final ImmutableMap<String, Column> columns;

    final Cells<TwinId> ids = new Cells<>();
    final Cells<Location> locations = new Cells<>();
    final Cells<SortedSet<TwinId>> zones = new Cells<>();
    final Points points = new Points();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int rows;
    // Sorted when somebody asks. Readers may do so at the same time; each then finds the same.
    private volatile @Nullable ImmutableList<TwinId> sorted;

    Table(AssetType type) {
        this.type = type;
        columns = type.properties().keySet().stream()
                .sorted()
                .collect(ImmutableMap.toImmutableMap(property -> property, property -> new Column()));
    }

    Row add(TwinId twin) {
        Integer used = free.poll();
        int index = used == null ? rows++ : used;
        ids.set(index, twin);
        sorted = null;
        return new Row(this, index);
    }

    /** Forgets a twin. Nothing may be left of it at any place. */
    void remove(Row row) {
        columns.values().forEach(column -> column.clear(row.index()));
        ids.set(row.index(), null);
        locations.set(row.index(), null);
        zones.set(row.index(), null);
        free.push(row.index());
        sorted = null;
    }

    ImmutableList<TwinId> all() {
        ImmutableList<TwinId> known = sorted;
        if (known == null) {
            known = IntStream.range(0, rows)
                    .mapToObj(ids::get)
                    .filter(Objects::nonNull)
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
            sorted = known;
        }
        return known;
    }
}
