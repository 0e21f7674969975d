package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a twin and the twins that it is related to on the scene. A relation to a twin that nobody knows becomes a twin of
 * which every property is unknown, so that rules can still be asked. For one thread at a time.
 */
final class AssetFacts {

    private static final int DEEPEST = 6;

    private final Group group;
    private final Moment moment;
    private final Scene scene;
    private final CityView city;
    private final AssetTypes assets;
    private final Map<TwinId, String> roles = new HashMap<>();

    AssetFacts(Group group, Moment moment, Scene scene, CityView city, AssetTypes assets) {
        this.group = group;
        this.moment = moment;
        this.scene = scene;
        this.city = city;
        this.assets = assets;
    }

    void add(Twin subject) {
        addKnown(subject, "self", 0);
    }

    private void addKnown(Twin twin, String role, int depth) {
        roles.put(twin.id(), role);
        scene.twins.put(role, twin.id());
        Map<String, String> related = new HashMap<>();
        twin.type().properties().forEach((property, type) -> {
            if (type instanceof ValueType.Relation relation && matters(relation.assetType(), depth)) {
                related.put(property, addRelated(twin, role, property, relation.assetType(), depth + 1));
            }
        });
        FactType type = group.types().get(twin.type().name());
        if (type != null && type.origin() == FactType.Origin.ASSET) {
            addFact(type, role, Optional.of(twin), related, "");
        }
    }

    private String addRelated(Twin twin, String role, String property, String assetType, int depth) {
        String next = role.equals("self") ? property : role + "." + property;
        Optional<Twin> target = twin.value(property)
                .filter(Value.Ref.class::isInstance)
                .flatMap(value -> city.twin(((Value.Ref) value).target()));
        if (target.isEmpty()) {
            addGhost(assetType, next, next, depth);
            return next;
        }
        String before = roles.get(target.get().id());
        if (before == null) {
            addKnown(target.get(), next, depth);
        }
        return before == null ? next : before;
    }

    private void addGhost(String assetType, String role, String unknownRelation, int depth) {
        Map<String, String> related = new HashMap<>();
        assets.get(assetType).properties().forEach((property, type) -> {
            if (type instanceof ValueType.Relation relation && matters(relation.assetType(), depth)) {
                related.put(property, role + "." + property);
                addGhost(relation.assetType(), role + "." + property, unknownRelation, depth + 1);
            }
        });
        FactType type = group.types().get(assetType);
        if (type != null) {
            addFact(type, role, Optional.empty(), related, unknownRelation);
        }
    }

    /** Whether rules match this type, or one that it leads to. */
    private boolean matters(String assetType, int depth) {
        return depth < DEEPEST && leadsToMatched(assetType, new HashSet<>());
    }

    private boolean leadsToMatched(String assetType, Set<String> seen) {
        if (!seen.add(assetType)) {
            return false;
        }
        return group.types().containsKey(assetType)
                || assets.find(assetType).map(AssetType::properties).stream()
                        .flatMap(properties -> properties.values().stream())
                        .anyMatch(type -> type instanceof ValueType.Relation relation
                                && leadsToMatched(relation.assetType(), seen));
    }

    private void addFact(
            FactType type, String role, Optional<Twin> twin, Map<String, String> related, String unknownRelation) {
        @Nullable Object[] cells = new @Nullable Object[type.slots().size()];
        for (int slot : group.reads(type)) {
            FactType.Slot read = type.slots().get(slot);
            if (read.kind() instanceof FactType.KeyKind) {
                cells[slot] = read.name().equals("id") ? role : related.get(read.name());
            } else if (twin.isPresent()) {
                cells[slot] = cell(type, slot, twin.get(), role);
            } else {
                scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, unknownRelation, -1, -1));
            }
        }
        scene.facts.add(new Fact(type, role, cells));
    }

    private @Nullable Object cell(FactType type, int slot, Twin twin, String role) {
        FactType.Slot read = type.slots().get(slot);
        StateSpec state = group.regulation().state();
        for (StateSpec.Level level : state.levels().values()) {
            if (level.property().equals(read.name()) && level.of().equals(type.name())) {
                return city.level(group.regulation(), level, twin.id(), moment);
            }
        }
        StateSpec.Run run = state.runs().get(read.name());
        if (run != null && run.of().equals(type.name())) {
            return runCell(slot, run, city.run(group.regulation(), run, twin.id(), moment));
        }
        StateSpec.Input input = state.inputs().get(read.name());
        Optional<Value> value = input != null && input.of().equals(type.name())
                ? city.input(input, twin.id(), moment).map(Value.Term::new)
                : twin.value(read.name());
        if (value.isEmpty()) {
            String name = role.equals("self") ? read.name() : role + "." + read.name();
            scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, name, -1, -1));
            return null;
        }
        return cell(read.kind(), value.get());
    }

    private @Nullable Object runCell(int slot, StateSpec.Run run, RunLength length) {
        if (length.known()) {
            return BigDecimal.valueOf(length.min());
        }
        String name = run.indicator() + " " + length.missing().get(0);
        scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, name, length.min(), length.max()));
        return null;
    }

    private static Object cell(FactType.Kind kind, Value value) {
        if (value instanceof Quantity quantity) {
            return quantity.amount();
        } else if (value instanceof Value.Flag flag) {
            return flag.on();
        } else if (value instanceof Value.Term term && kind instanceof FactType.NameKind names) {
            return names.of().names().indexOf(term.name());
        }
        return value.toString();
    }
}
