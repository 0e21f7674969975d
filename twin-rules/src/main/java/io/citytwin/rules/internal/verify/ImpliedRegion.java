package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The region that a case need not name: the one in which its regulation holds, or the only one that is given. What the case
 * says itself counts, also that a region is missing. For one thread at a time.
 */
final class ImpliedRegion {

    private static final String REGION = "Region";
    private static final String PROVINCE = "Province";
    private static final String CODE = "code";

    private final City city;
    private final SortedMap<String, Subject> subjects;
    private final List<Twin> madeUp = new ArrayList<>();

    ImpliedRegion(City city, SortedMap<String, Subject> subjects) {
        this.city = city;
        this.subjects = subjects;
    }

    /** Relates the twins that lack a region; what had to be made up. */
    List<Twin> complete(SortedMap<String, Twin> named) {
        Optional<AssetType> type =
                city.assets().find(REGION).filter(region -> region.properties().containsKey(CODE));
        List<TwinId> given = given(named, REGION);
        if (type.isEmpty() || (city.region().isEmpty() && given.size() != 1)) {
            return List.of();
        }
        city.region()
                .ifPresent(code ->
                        named.replaceAll((called, twin) -> twin.type().name().equals(REGION) && lacks(called, CODE)
                                ? twin.with(CODE, new Value.Text(code))
                                : twin));
        if (given.size() == 1) {
            lieIn(given.get(0), named);
        } else if (relate(named, REGION, Subject.idOf(REGION, "implied"))) {
            madeUp.add(Twin.of(Subject.idOf(REGION, "implied"), type.get())
                    .with(CODE, new Value.Text(city.region().orElseThrow())));
        }
        return madeUp;
    }

    /** In a region that is given lies all of which nobody says where it lies. */
    private void lieIn(TwinId region, SortedMap<String, Twin> named) {
        relate(named, REGION, region);
        List<TwinId> provinces = given(named, PROVINCE);
        TwinId province = provinces.size() == 1 ? provinces.get(0) : Subject.idOf(PROVINCE, "implied");
        Optional<AssetType> type = city.assets().find(PROVINCE);
        if (type.isPresent() && provinces.size() < 2 && relate(named, PROVINCE, province) && provinces.isEmpty()) {
            Twin twin = Twin.of(province, type.get());
            for (String relation : relations(type.get(), REGION).toList()) {
                twin = twin.with(relation, region);
            }
            madeUp.add(twin);
        }
    }

    /** Whether any twin lacked a relation to such a twin. */
    private boolean relate(SortedMap<String, Twin> named, String type, TwinId to) {
        boolean used = false;
        for (Map.Entry<String, Twin> entry : named.entrySet()) {
            for (String relation : relations(entry.getValue().type(), type).toList()) {
                if (lacks(entry.getKey(), relation)) {
                    entry.setValue(entry.getValue().with(relation, to));
                    used = true;
                }
            }
        }
        return used;
    }

    private static Stream<String> relations(AssetType type, String to) {
        return type.properties().entrySet().stream()
                .filter(property -> property.getValue().equals(new ValueType.Relation(to)))
                .map(Map.Entry::getKey);
    }

    private static List<TwinId> given(SortedMap<String, Twin> named, String type) {
        return named.values().stream()
                .filter(twin -> twin.type().name().equals(type))
                .map(Twin::id)
                .toList();
    }

    private boolean lacks(String called, String property) {
        Subject subject = subjects.get(called);
        return subject != null && subject.values().entry(property).isEmpty();
    }
}
