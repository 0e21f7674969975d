package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A vehicle as if it stood at a gate: in the gate's municipality, on the ground on which the gate stands, and in the zone
 * that the gate guards. Immutable.
 */
final class AtGate {

    /** Who enters also circulates. */
    static final Set<String> ACTS = Set.of("enter", "circulate");

    static final Set<String> CIRCULATE = Set.of("circulate");

    static final String GATE = "gate";
    static final String PLACE = "place";
    private static final String ZONE = "zone";
    static final String GATE_TYPE = "Gate";

    private AtGate() {}

    static Twin of(TwinId vehicle, TwinId gate, CityView city, RulesError otherwise) {
        Twin stands = known(gate, city, otherwise);
        if (!stands.type().name().equals(GATE_TYPE)) {
            throw new CityTwinException(
                    otherwise,
                    "`" + gate + "` is a `" + stands.type().name() + "`, not a `Gate`.",
                    "Maybe another twin is meant.");
        }
        return at(vehicle(vehicle, city, otherwise), stands, Optional.of(gate));
    }

    /** The vehicle as if it stood where its destination is, with no gate to pass. */
    static Twin of(Question.Drive drive, CityView city) {
        Twin destination = known(drive.destination(), city, RulesError.QUESTION);
        return at(vehicle(drive.subject(), city, RulesError.QUESTION), destination, Optional.empty());
    }

    private static Twin vehicle(TwinId vehicle, CityView city, RulesError otherwise) {
        Twin passes = known(vehicle, city, otherwise);
        if (!passes(passes.type())) {
            throw new CityTwinException(
                    otherwise,
                    "A `" + passes.type().name() + "` such as `" + vehicle + "` passes no gate.",
                    "Maybe a `Vehicle` is meant.");
        }
        return passes;
    }

    /** Whether twins of a type pass gates. */
    static boolean passes(AssetType type) {
        return new ValueType.Relation(GATE_TYPE).equals(type.properties().get(GATE));
    }

    private static Twin known(TwinId id, CityView city, RulesError otherwise) {
        return city.twin(id)
                .orElseThrow(() -> new CityTwinException(
                        otherwise, "`" + id + "` is not a known twin.", "Maybe tell the engine of the twin first."));
    }

    static Twin at(Twin vehicle, Twin place, Optional<TwinId> gate) {
        SortedMap<String, Value> values = new TreeMap<>(vehicle.values());
        SortedMap<String, Observation> observations = new TreeMap<>(vehicle.observations());
        observations.remove(PLACE);
        values.remove(PLACE);
        place.value(PLACE).ifPresent(town -> values.put(PLACE, town));
        values.remove(GATE);
        gate.ifPresent(passed -> values.put(GATE, new Value.Ref(passed)));
        SortedSet<TwinId> zones = new TreeSet<>(place.zones());
        place.value(ZONE).ifPresent(zone -> zones.add(((Value.Ref) zone).target()));
        return new Twin(vehicle.id(), vehicle.type(), values, observations, zones);
    }
}
