package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The region that a case need not name: the one in which its regulation holds. What the case says itself counts, also
 * that a region is missing. For one thread at a time.
 */
final class ImpliedRegion {

    private static final String REGION = "Region";
    private static final String CODE = "code";

    private final City city;
    private final SortedMap<String, Subject> subjects;

    ImpliedRegion(City city, SortedMap<String, Subject> subjects) {
        this.city = city;
        this.subjects = subjects;
    }

    /** Relates the twins that lack a region; the region itself, if it had to be made up. */
    Optional<Twin> complete(SortedMap<String, Twin> named) {
        Optional<AssetType> type =
                city.assets().find(REGION).filter(region -> region.properties().containsKey(CODE));
        if (type.isEmpty() || city.region().isEmpty()) {
            return Optional.empty();
        }
        named.replaceAll((called, twin) ->
                twin.type().name().equals(REGION) && lacks(called, CODE) ? twin.with(CODE, code()) : twin);
        List<TwinId> given = named.values().stream()
                .filter(twin -> twin.type().name().equals(REGION))
                .map(Twin::id)
                .toList();
        TwinId region = given.size() == 1 ? given.get(0) : Subject.idOf(REGION, "implied");
        boolean used = false;
        for (Map.Entry<String, Twin> entry : named.entrySet()) {
            for (Map.Entry<String, ValueType> property :
                    entry.getValue().type().properties().entrySet()) {
                if (property.getValue().equals(new ValueType.Relation(REGION))
                        && lacks(entry.getKey(), property.getKey())) {
                    entry.setValue(entry.getValue().with(property.getKey(), region));
                    used = true;
                }
            }
        }
        return used && !given.contains(region)
                ? Optional.of(Twin.of(region, type.get()).with(CODE, code()))
                : Optional.empty();
    }

    private boolean lacks(String called, String property) {
        Subject subject = subjects.get(called);
        return subject != null && subject.values().entry(property).isEmpty();
    }

    private Value code() {
        return new Value.Text(city.region().orElseThrow());
    }
}
