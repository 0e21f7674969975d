package io.citytwin.core.graph;

import com.google.common.collect.ImmutableSortedSet;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Where twins are and in which zones, kept up with each write. A twin is at its own location if that is known; else
 * where the nearest twin is that it is within, by relations marked so, and among equally near ones by the first relation
 * by name. For one thread at a time.
 */
final class Whereabouts {

    private static final String LOCATION = "location";
    private static final String OUTLINE = "outline";
    private static final String ZONES = "zones";

    private final Collection<Table> tables;
    private final Function<TwinId, @Nullable Row> rows;
    private final Links links;
    private final Links members = new Links();
    private final Zones zones = new Zones();

    // What the writes since the last settling have moved.
    private Set<TwinId> moved = new LinkedHashSet<>();
    private Set<TwinId> redrawn = new LinkedHashSet<>();
    private SortedSet<TwinId> touched = new TreeSet<>();

    Whereabouts(Collection<Table> tables, Function<TwinId, @Nullable Row> rows, Links links) {
        this.tables = tables;
        this.rows = rows;
        this.links = links;
    }

    SortedSet<TwinId> within(TwinId zone, String type) {
        return members.to(new Links.Way(zone, type, ZONES));
    }

    void shifted(Row row, Shift shift) {
        if (shift.property().equals(LOCATION) || row.type().within().contains(shift.property())) {
            moved.add(row.id());
        } else if (shift.property().equals(OUTLINE)) {
            redrawn.add(row.id());
        }
    }

    /** Takes a twin off the map while its row still is there. */
    void leaves(Row row) {
        place(row, null);
        assign(row, ImmutableSortedSet.of());
        redrawn.add(row.id());
    }

    /**
     * Moves and redraws what writes have changed.
     *
     * @return the twins that are in other zones now, sorted
     */
    SortedSet<TwinId> settle() {
        if (moved.isEmpty() && redrawn.isEmpty()) {
            return Collections.emptySortedSet();
        }
        move();
        redrawn.forEach(this::redraw);
        // Clearing them would take as long as the largest write ever did.
        redrawn = new LinkedHashSet<>();
        SortedSet<TwinId> others = new TreeSet<>();
        for (TwinId twin : touched) {
            Row row = rows.apply(twin);
            if (row != null
                    && assign(row, zones.around(row.location(), twin, row.type().name()))) {
                others.add(twin);
            }
        }
        touched = new TreeSet<>();
        return others;
    }

    private void move() {
        Deque<TwinId> open = new ArrayDeque<>(moved);
        moved = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Row row = rows.apply(open.remove());
            if (row != null && place(row, resolve(row))) {
                touched.add(row.id());
                open.addAll(inside(row));
            }
        }
    }

    /** Looks at what the twin is within, then at what those are within, each once: relations can run in a circle. */
    private @Nullable Location resolve(Row start) {
        Set<TwinId> seen = new HashSet<>(Set.of(start.id()));
        Deque<Row> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            Row row = open.remove();
            if (row.current(LOCATION) instanceof Location location) {
                return location;
            }
            for (String relation : row.type().within()) {
                if (row.current(relation) instanceof Value.Ref ref && seen.add(ref.target())) {
                    Row around = rows.apply(ref.target());
                    if (around != null) {
                        open.add(around);
                    }
                }
            }
        }
        return null;
    }

    /** What may be where it is because this twin is there. */
    private Set<TwinId> inside(Row row) {
        Set<TwinId> inside = new LinkedHashSet<>();
        for (Table table : tables) {
            for (String relation : table.type.within()) {
                inside.addAll(links.sources(new Links.Way(row.id(), table.type.name(), relation)));
            }
        }
        return inside;
    }

    private static boolean place(Row row, @Nullable Location location) {
        Location before = row.location();
        if (Objects.equals(before, location)) {
            return false;
        }
        row.table().points.move(row, before, location);
        row.table().locations.set(row.index(), location);
        return true;
    }

    private void redraw(TwinId zone) {
        Row row = rows.apply(zone);
        Outline outline = row != null && row.current(OUTLINE) instanceof Outline drawn ? drawn : null;
        Envelope reach = zones.draw(zone, outline);
        for (Table table : tables) {
            touched.addAll(members.sources(new Links.Way(zone, table.type.name(), ZONES)));
            if (!reach.isNull()) {
                table.points.in(reach).forEach(near -> touched.add(near.id()));
            }
        }
    }

    private boolean assign(Row row, ImmutableSortedSet<TwinId> now) {
        SortedSet<TwinId> before = row.zones();
        if (before.equals(now)) {
            return false;
        }
        for (TwinId zone : before) {
            members.remove(new Links.Way(zone, row.type().name(), ZONES), row.id());
        }
        for (TwinId zone : now) {
            members.add(new Links.Way(zone, row.type().name(), ZONES), row.id());
        }
        row.zones(now);
        return true;
    }
}
