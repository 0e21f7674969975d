package io.citytwin.core.graph;

import com.google.common.collect.ImmutableListMultimap;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of a graph: what events make of it, and nothing is refused. For one thread at a time. */
final class Twins {

    private final SortedMap<String, Table> tables = new TreeMap<>();
    private final Map<TwinId, Row> rows = new HashMap<>();
    private final Links links = new Links();
    private final Whereabouts whereabouts = new Whereabouts(tables.values(), rows::get, links);
    private final AssetTypes types;
    private final ImmutableListMultimap<String, Relation> relationsTo;

    /** A property that leads to another type. Immutable. */
    record Relation(String type, String property) {}

    Twins(AssetTypes types) {
        this.types = types;
        ImmutableListMultimap.Builder<String, Relation> relations = ImmutableListMultimap.builder();
        for (AssetType type : types.all()) {
            tables.put(type.name(), new Table(type));
            type.properties().forEach((property, held) -> {
                if (held instanceof ValueType.Relation relation) {
                    relations.put(relation.assetType(), new Relation(type.name(), property));
                }
            });
        }
        relationsTo = relations.build();
    }

    AssetTypes types() {
        return types;
    }

    Links links() {
        return links;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    Table table(String type) {
        return Objects.requireNonNull(tables.get(types.get(type).name()));
    }

    @Nullable
    Row row(TwinId twin) {
        return rows.get(twin);
    }

    Row known(TwinId twin) {
        Row row = rows.get(twin);
        if (row == null) {
            throw new CityTwinException(CoreError.INTEGRITY, "There is no twin `" + twin + "`.", "Maybe put it first.");
        }
        return row;
    }

    /** Properties of other types that can lead to a type. */
    List<Relation> relationsTo(String type) {
        return relationsTo.get(type);
    }

    void apply(TwinEvent event, Notes notes) {
        if (event instanceof TwinEvent.Put put) {
            put(put, notes);
        } else if (event instanceof TwinEvent.Observed observed) {
            observe(observed, notes);
        } else if (event instanceof TwinEvent.Desired desired) {
            known(desired.twin()).desire(desired.property(), desired.value());
            notes.property(desired.twin(), Change.Kind.DESIRED, desired.property(), desired.value());
        } else if (event instanceof TwinEvent.Removed removed) {
            remove(known(removed.twin()), notes);
        }
    }

    /** Moves twins to other zones as the events so far make it necessary, and says so. */
    List<TwinEvent> settle(Instant at, Notes notes) {
        List<TwinEvent> moves = new ArrayList<>();
        for (TwinId twin : whereabouts.settle()) {
            notes.twin(twin, Change.Kind.ZONES);
            moves.add(new TwinEvent.InZones(twin, known(twin).zones(), at));
        }
        return moves;
    }

    private void put(TwinEvent.Put put, Notes notes) {
        Row before = rows.get(put.twin());
        Row row = before == null ? table(put.type().name()).add(put.twin()) : before;
        rows.put(put.twin(), row);
        List<Shift> shifts = row.put(put.values());
        shifts.forEach(shift -> shift(row, shift));
        if (before == null) {
            notes.twin(put.twin(), Change.Kind.ADDED);
        } else {
            shifts.forEach(shift -> notes.property(put.twin(), Change.Kind.CHANGED, shift.property(), shift.after()));
        }
    }

    private void observe(TwinEvent.Observed observed, Notes notes) {
        Row row = known(observed.twin());
        if (row.takes(observed.observation())) {
            Shift shift = row.observe(observed.observation());
            shift(row, shift);
            notes.property(observed.twin(), Change.Kind.OBSERVED, shift.property(), shift.after());
        }
    }

    private void remove(Row row, Notes notes) {
        TwinId twin = row.id();
        for (String property : row.type().properties().keySet()) {
            unlink(row, property, row.current(property));
        }
        whereabouts.leaves(row);
        row.table().remove(row);
        rows.remove(twin);
        notes.twin(twin, Change.Kind.REMOVED);
    }

    private void shift(Row row, Shift shift) {
        if (!shift.isReal()) {
            return;
        }
        unlink(row, shift.property(), shift.before());
        if (shift.after() instanceof Value.Ref ref) {
            links.add(way(row, shift.property(), ref), row.id());
        }
        whereabouts.shifted(row, shift);
    }

    private void unlink(Row row, String property, @Nullable Value value) {
        if (value instanceof Value.Ref ref) {
            links.remove(way(row, property, ref), row.id());
        }
    }

    private static Links.Way way(Row row, String property, Value.Ref ref) {
        return new Links.Way(ref.target(), row.type().name(), property);
    }
}
