package io.citytwin.rules.energy;

import com.google.common.collect.Sets;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The devices of each district: those on its ground, or else within something that is, such as a meter of a building. One on
 * the ground of two districts counts in both. For one thread at a time.
 */
final class Roster {

    private static final String DISTRICT = "District";
    private static final Set<String> AROUND = Set.of("Building", "ChargingStation", "Evse");

    private final Duration trusted;
    private final SortedSet<TwinId> districts = new TreeSet<>();
    private final SortedMap<TwinId, Source> sources = new TreeMap<>();
    private final Map<TwinId, Place> places = new HashMap<>();
    private SortedMap<TwinId, List<Source>> members = new TreeMap<>();
    private boolean stale;

    Roster(Duration trusted) {
        this.trusted = trusted;
    }

    /** The zones around a twin, and what it is within. */
    private record Place(SortedSet<TwinId> zones, List<TwinId> within) {

        static Place of(Twin twin) {
            List<TwinId> within = new ArrayList<>();
            for (String relation : twin.type().within()) {
                twin.value(relation)
                        .filter(Value.Ref.class::isInstance)
                        .ifPresent(ref -> within.add(((Value.Ref) ref).target()));
            }
            return new Place(twin.zones(), within);
        }
    }

    void take(Twin twin, Instant at, Instant open) {
        String type = twin.type().name();
        Source known = sources.get(twin.id());
        if (type.equals(DISTRICT)) {
            stale |= districts.add(twin.id());
        } else if (known != null) {
            known.becomes(twin, at);
            settle(twin);
        } else if (AROUND.contains(type)) {
            settle(twin);
        } else {
            Source.of(twin, at.isAfter(open) ? at : open, trusted).ifPresent(source -> {
                source.becomes(twin, at);
                sources.put(twin.id(), source);
                settle(twin);
            });
        }
    }

    private void settle(Twin twin) {
        Place place = Place.of(twin);
        stale |= !place.equals(places.put(twin.id(), place));
    }

    void take(Observation seen) {
        Source source = sources.get(seen.twin());
        if (source != null) {
            source.observe(seen);
        }
    }

    void resume(EnergyState known) {
        districts.addAll(known.districts());
        known.places().forEach(one -> places.put(one.twin(), new Place(one.zones(), one.within())));
        known.devices().forEach(one -> sources.put(one.id(), Source.of(one, trusted)));
        stale = true;
    }

    List<EnergyState.Placed> places() {
        return new TreeMap<>(places)
                .entrySet().stream()
                        .map(one -> new EnergyState.Placed(
                                one.getKey(),
                                one.getValue().zones(),
                                one.getValue().within()))
                        .toList();
    }

    Optional<Source> find(TwinId twin) {
        return Optional.ofNullable(sources.get(twin));
    }

    SortedSet<TwinId> districts() {
        return districts;
    }

    Collection<Source> sources() {
        return sources.values();
    }

    /** Sorted by id. */
    List<Source> in(TwinId district) {
        if (stale) {
            members = new TreeMap<>();
            sources.forEach((id, source) -> around(id, new HashSet<>())
                    .forEach(where -> members.computeIfAbsent(where, first -> new ArrayList<>())
                            .add(source)));
            stale = false;
        }
        return members.getOrDefault(district, List.of());
    }

    private SortedSet<TwinId> around(TwinId twin, Set<TwinId> seen) {
        SortedSet<TwinId> found = new TreeSet<>();
        Place place = places.get(twin);
        if (districts.contains(twin)) {
            found.add(twin);
        } else if (place != null && seen.add(twin)) {
            found.addAll(Sets.intersection(place.zones(), districts));
            if (found.isEmpty()) {
                place.within().forEach(other -> found.addAll(around(other, seen)));
            }
        }
        return found;
    }
}
