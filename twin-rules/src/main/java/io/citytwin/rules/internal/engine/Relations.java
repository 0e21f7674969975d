package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.grammar.FactType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which relations the rules of a group follow from one twin to the next. Safe for use by many threads. */
final class Relations {

    private final Group group;
    private final AssetTypes assets;
    private final Map<String, SortedMap<String, String>> followed = new ConcurrentHashMap<>();

    Relations(Group group, AssetTypes assets) {
        this.group = group;
        this.assets = assets;
    }

    /** Name of each relation that is followed to the asset type that it leads to. */
    SortedMap<String, String> followed(String assetType) {
        return followed(assets.get(assetType));
    }

    SortedMap<String, String> followed(AssetType from) {
        return followed.computeIfAbsent(from.name(), name -> {
            SortedMap<String, String> relations = new TreeMap<>();
            from.properties().forEach((property, type) -> {
                if (type instanceof ValueType.Relation relation && leads(from, property, relation)) {
                    relations.put(property, relation.assetType());
                }
            });
            return relations;
        });
    }

    /** Whether rules follow this relation: they compare it, or it says where the asset is and leads to what they match. */
    private boolean leads(AssetType from, String property, ValueType.Relation relation) {
        return isRead(from, property)
                || (from.within().contains(property) && leadsToMatched(relation.assetType(), new HashSet<>()));
    }

    private boolean isRead(AssetType from, String property) {
        FactType type = group.types().get(from.name());
        return type != null
                && type.slotOf(property)
                        .filter(slot -> group.reads(type).contains(slot))
                        .isPresent();
    }

    private boolean leadsToMatched(String assetType, Set<String> seen) {
        if (!seen.add(assetType)) {
            return false;
        }
        return group.types().containsKey(assetType)
                || assets.find(assetType).stream()
                        .flatMap(type -> type.within().stream()
                                .map(name -> type.properties().get(name)))
                        .anyMatch(type -> type instanceof ValueType.Relation relation
                                && leadsToMatched(relation.assetType(), seen));
    }
}
