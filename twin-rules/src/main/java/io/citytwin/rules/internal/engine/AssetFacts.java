package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Puts a twin and the twins that it is related to on the scene. A relation to a twin that nobody knows becomes a twin of
 * which every property is unknown, so that rules can still be asked; or it leads to one that is on the scene already. For
 * one thread at a time.
 */
final class AssetFacts {

    private static final int DEEPEST = 6;
    /** In days. */
    private static final int LONGEST_PERIOD = 366;

    private final Group group;
    private final Moment moment;
    private final Scene scene;
    private final CityView city;
    private final Relations relations;
    private final Map<TwinId, String> roles = new HashMap<>();
    private final List<Scene.UnknownCell> unknownRelations = new ArrayList<>();

    AssetFacts(Group group, Moment moment, Scene scene, CityView city, Relations relations) {
        this.group = group;
        this.moment = moment;
        this.scene = scene;
        this.city = city;
        this.relations = relations;
    }

    void add(Twin subject) {
        addKnown(subject, "self", 0);
        unknownRelations.stream().filter(this::couldLeadElsewhere).forEach(scene.unknown::add);
    }

    private boolean couldLeadElsewhere(Scene.UnknownCell relation) {
        FactType from = scene.facts.get(relation.fact()).type();
        String to = ((FactType.KeyKind) from.slots().get(relation.slot()).kind()).assetType();
        return scene.facts.stream()
                        .filter(fact -> fact.type().name().equals(to))
                        .count()
                > 1;
    }

    private void addKnown(Twin twin, String role, int depth) {
        roles.put(twin.id(), role);
        scene.twins.put(role, twin);
        Map<String, String> related = new HashMap<>();
        if (depth < DEEPEST) {
            relations
                    .followed(twin.type())
                    .forEach((property, assetType) ->
                            related.put(property, addRelated(twin, role, property, assetType, depth + 1)));
        }
        FactType type = group.types().get(twin.type().name());
        if (type != null && type.origin() == FactType.Origin.ASSET) {
            addFact(type, role, Optional.of(twin), related, "");
        }
    }

    private String addRelated(Twin twin, String role, String property, String assetType, int depth) {
        String next = nameOf(property, role);
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
        if (depth < DEEPEST) {
            relations.followed(assetType).forEach((property, next) -> {
                related.put(property, role + "." + property);
                addGhost(next, role + "." + property, unknownRelation, depth + 1);
            });
        }
        FactType type = group.types().get(assetType);
        if (type != null) {
            addFact(type, role, Optional.empty(), related, unknownRelation);
        }
    }

    private void addFact(
            FactType type, String role, Optional<Twin> twin, Map<String, String> related, String unknownRelation) {
        @Nullable Object[] cells = new @Nullable Object[type.slots().size()];
        for (int slot : group.reads(type)) {
            FactType.Slot read = type.slots().get(slot);
            if (read.kind() instanceof FactType.KeyKind) {
                cells[slot] = read.name().equals("id") ? role : related.get(read.name());
                noteRelation(read.name(), role, twin, slot, unknownRelation);
            } else if (twin.isPresent()) {
                cells[slot] = cell(type, slot, twin.get(), role);
            } else {
                scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, unknownRelation, -1, -1));
            }
        }
        scene.facts.add(new Fact(type, role, cells));
    }

    private void noteRelation(String relation, String role, Optional<Twin> from, int slot, String unknownRelation) {
        boolean known = relation.equals("id")
                || from.flatMap(twin -> twin.value(relation)).isPresent();
        if (!known) {
            String name = from.isEmpty() ? unknownRelation : nameOf(relation, role);
            unknownRelations.add(new Scene.UnknownCell(scene.facts.size(), slot, name, -1, -1));
        }
    }

    private static String nameOf(String property, String role) {
        return role.equals("self") ? property : role + "." + property;
    }

    private @Nullable Object cell(FactType type, int slot, Twin twin, String role) {
        FactType.Slot read = type.slots().get(slot);
        StateSpec state = group.regulation().state();
        Optional<Group.Kept> level = group.level(type.name(), read.name());
        if (level.isPresent()) {
            return levelCell(slot, level.get(), twin, role);
        }
        StateSpec.Run run = state.runs().get(read.name());
        if (run != null && run.of().equals(type.name())) {
            return runCell(slot, run, city.run(group.regulation(), run, twin.id(), moment));
        }
        StateSpec.Counter counter = state.counters().get(read.name());
        if (counter != null && counter.of().equals(type.name())) {
            return counterCell(slot, counter, twin, role);
        }
        StateSpec.Input input = state.inputs().get(read.name());
        Optional<Value> value = input != null && input.of().equals(type.name())
                ? city.input(input, twin.id(), moment)
                : twin.value(read.name());
        if (value.isEmpty()) {
            scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, nameOf(read.name(), role), -1, -1));
            return null;
        }
        return cell(read.kind(), value.get());
    }

    /** Nobody can say what was used up by someone who is not known, or in a period that is forgotten. */
    private @Nullable Object counterCell(int slot, StateSpec.Counter counter, Twin twin, String role) {
        OptionalInt count = city.counter(group.regulation(), counter, twin, moment);
        if (count.isPresent()) {
            return BigDecimal.valueOf(count.getAsInt());
        }
        String missing = counter.per().filter(per -> twin.value(per).isEmpty()).orElse(counter.name() + " erased");
        int most = counter.counts() == StateSpec.Counts.DAYS ? LONGEST_PERIOD : Integer.MAX_VALUE;
        scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, nameOf(missing, role), 1, most));
        return null;
    }

    /** Under another law the level can have had a state on that day which this one does not know. */
    private @Nullable Object levelCell(int slot, Group.Kept level, Twin twin, String role) {
        int state = city.level(level.regulation(), level.level(), twin.id(), moment);
        if (state >= 0) {
            return state;
        }
        String name = nameOf(level.level().property() + " " + moment.day(), role);
        scene.unknown.add(new Scene.UnknownCell(scene.facts.size(), slot, name, -1, -1));
        return null;
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
