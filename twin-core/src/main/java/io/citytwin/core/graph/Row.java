package io.citytwin.core.graph;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One twin's cells. For one thread at a time.
 *
 * @param table of its type
 * @param index in each column
 */
record Row(Table table, int index) {

    TwinId id() {
        return Objects.requireNonNull(table.ids.get(index));
    }

    AssetType type() {
        return table.type;
    }

    @Nullable
    Value current(String property) {
        Column column = table.columns.get(property);
        return column == null ? null : column.current(index);
    }

    Map<String, Value> own() {
        SortedMap<String, Value> own = new TreeMap<>();
        table.columns.forEach((property, column) -> {
            Value value = column.own.get(index);
            if (value != null) {
                own.put(property, value);
            }
        });
        return own;
    }

    /** Replaces what the twin says of itself; tells which of its current values are others now. */
    List<Shift> put(Map<String, Value> own) {
        List<Shift> shifts = new ArrayList<>();
        table.columns.forEach((property, column) -> {
            Value before = column.current(index);
            column.own.set(index, own.get(property));
            Shift shift = new Shift(property, before, column.current(index));
            if (shift.isReal()) {
                shifts.add(shift);
            }
        });
        return shifts;
    }

    boolean takes(Observation observation) {
        Column column = table.columns.get(observation.property());
        return column != null && column.observed.takes(index, observation.measuredAt());
    }

    Shift observe(Observation observation) {
        Column column = Objects.requireNonNull(table.columns.get(observation.property()));
        Value before = column.current(index);
        column.observed.set(index, observation);
        return new Shift(observation.property(), before, column.current(index));
    }

    Optional<Observation> observation(String property) {
        Column column = table.columns.get(property);
        return column == null ? Optional.empty() : column.observed.get(index, id(), property);
    }

    Optional<Value> desired(String property) {
        Column column = table.columns.get(property);
        return column == null ? Optional.empty() : Optional.ofNullable(column.desired.get(index));
    }

    void desire(String property, Value value) {
        Column column = table.columns.get(property);
        if (column != null) {
            column.desired.set(index, value);
        }
    }

    /** Where it is, by itself or by what it is in. */
    @Nullable
    Location location() {
        return table.locations.get(index);
    }

    SortedSet<TwinId> zones() {
        SortedSet<TwinId> zones = table.zones.get(index);
        return zones == null ? Collections.emptySortedSet() : zones;
    }

    void zones(SortedSet<TwinId> zones) {
        table.zones.set(index, zones.isEmpty() ? null : zones);
    }

    Twin twin() {
        SortedMap<String, Value> values = new TreeMap<>();
        SortedMap<String, Observation> observations = new TreeMap<>();
        table.columns.forEach((property, column) -> {
            Value value = column.current(index);
            if (value != null) {
                values.put(property, value);
            }
            column.observed.get(index, id(), property).ifPresent(seen -> observations.put(property, seen));
        });
        return new Twin(id(), type(), values, observations, zones());
    }
}
