package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses what a graph cannot take, before anything changes. For one thread at a time. */
record Checks(Twins twins) {

    /** Twins that come together may relate to each other. */
    void put(Map<TwinId, TwinEvent.Put> batch) {
        for (TwinEvent.Put put : batch.values()) {
            typed(put);
            put.values().forEach((property, value) -> {
                holds(put.type(), property, value);
                leads(put.twin(), put.type(), property, value, batch);
            });
        }
    }

    private void typed(TwinEvent.Put put) {
        String name = put.type().name();
        if (!twins.types().get(name).equals(put.type())) {
            throw new CityTwinException(
                    CoreError.ASSET_TYPE,
                    "`" + put.twin() + "` is of another `" + name + "` than this city's.",
                    "Maybe make it with the asset types that the graph was made with.");
        }
        Row before = twins.row(put.twin());
        if (before != null && !before.type().equals(put.type())) {
            throw new CityTwinException(
                    CoreError.ASSET_TYPE,
                    "`" + put.twin() + "` is a `" + before.type().name() + "`, not a `" + name + "`.",
                    "Maybe remove it first, or give the other twin another id.");
        }
    }

    void remove(TwinId twin) {
        Row row = twins.known(twin);
        for (Twins.Relation relation : twins.relationsTo(row.type().name())) {
            Links.Way way = new Links.Way(twin, relation.type(), relation.property());
            Optional<TwinId> source = twins.links().sources(way).stream()
                    .filter(other -> !other.equals(twin))
                    .min(Comparator.naturalOrder());
            if (source.isPresent()) {
                throw new CityTwinException(
                        CoreError.INTEGRITY,
                        "`" + source.get() + "` relates to `" + twin + "` by `" + relation.property() + "`.",
                        "Maybe remove it first, or relate it to another twin.");
            }
        }
    }

    void observe(Observation observation) {
        Row row = twins.known(observation.twin());
        String property = observation.property();
        holds(row.type(), property, observation.value().orElse(null));
        if (row.takes(observation)) {
            observation.usable().ifPresent(value -> leads(observation.twin(), row.type(), property, value, Map.of()));
        }
    }

    void desire(TwinId twin, String property, Value value) {
        AssetType type = twins.known(twin).type();
        if (!type.actuators().containsKey(property)) {
            throw new CityTwinException(
                    CoreError.PROPERTY,
                    "`" + type.name() + "." + property + "` cannot be desired.",
                    type.actuators().isEmpty()
                            ? "Maybe mark a property of its asset interface with @Desired."
                            : "Maybe one of "
                                    + String.join(", ", type.actuators().keySet()) + ".");
        }
        holds(type, property, value);
        leads(twin, type, property, value, Map.of());
    }

    private static void holds(AssetType type, String property, @Nullable Value value) {
        ValueType held = type.properties().get(property);
        if (held == null) {
            throw new CityTwinException(
                    CoreError.PROPERTY,
                    "`" + type.name() + "` has no property `" + property + "`.",
                    "Maybe one of " + String.join(", ", type.properties().keySet()) + ".");
        }
        if (value != null) {
            Values.check(held, property, value);
        }
    }

    private void leads(TwinId from, AssetType type, String property, Value value, Map<TwinId, TwinEvent.Put> batch) {
        if (!(value instanceof Value.Ref ref)
                || !(type.properties().get(property) instanceof ValueType.Relation relation)) {
            return;
        }
        Optional<AssetType> target = Optional.ofNullable(batch.get(ref.target()))
                .map(TwinEvent.Put::type)
                .or(() -> Optional.ofNullable(twins.row(ref.target())).map(Row::type));
        String wrong = target.isEmpty() ? "no twin" : "a `" + target.get().name() + "`";
        if (target.isEmpty() || !target.get().name().equals(relation.assetType())) {
            throw new CityTwinException(
                    CoreError.INTEGRITY,
                    "`" + from + "` relates by `" + property + "` to `" + ref.target() + "`, which is " + wrong + ".",
                    "Maybe put a `" + relation.assetType() + "` of that name before, or together with it.");
        }
    }
}
