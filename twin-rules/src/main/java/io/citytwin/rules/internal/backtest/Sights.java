package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What rules can see of a twin and of the places it is in. Two twins with equal sights get equal answers, as long as the
 * levels of their places are equal. For one thread at a time.
 */
final class Sights {

    private final List<Regulation> regulations;
    private final Map<TwinId, Twin> city;
    private final Map<String, SortedSet<String>> reads = new HashMap<>();

    Sights(Collection<Regulation> regulations, Map<TwinId, Twin> city) {
        this.regulations = List.copyOf(regulations);
        this.city = city;
        rules(this.regulations).forEach(this::addReads);
    }

    /**
     * What is seen.
     *
     * @param key equal for twins that no rule can tell apart
     * @param reached the twin and all twins that it leads to, in the order in which the key names them
     */
    record Sight(Object key, List<TwinId> reached) {}

    static Stream<Rule> rules(Collection<Regulation> regulations) {
        return regulations.stream().flatMap(regulation -> ((ResolvedRules) regulation.rules()).rules().stream());
    }

    private void addReads(Rule rule) {
        reads(rule).forEach(read -> {
            int dot = read.indexOf('.');
            reads.computeIfAbsent(read.substring(0, dot), name -> new TreeSet<>())
                    .add(read.substring(dot + 1));
        });
    }

    /** What a rule looks at, each as {@code Type.property}. */
    static Stream<String> reads(Rule rule) {
        SortedMap<String, SortedSet<Integer>> slots = Reads.of(rule);
        return rule.conditions().stream()
                .map(Rule.Condition::type)
                .flatMap(type -> slots.getOrDefault(type.name(), new TreeSet<>()).stream()
                        .map(slot -> type.name() + "." + type.slots().get(slot).name()));
    }

    Sight of(Twin twin) {
        Map<TwinId, Integer> numbers = new LinkedHashMap<>();
        Object key = visit(twin.id(), numbers);
        return new Sight(key, List.copyOf(numbers.keySet()));
    }

    private Object visit(TwinId id, Map<TwinId, Integer> numbers) {
        Integer before = numbers.putIfAbsent(id, numbers.size());
        Twin twin = city.get(id);
        if (before != null || twin == null) {
            return before == null ? "nobody" : before;
        }
        List<Object> seen = new ArrayList<>();
        seen.add(twin.type().name());
        for (String name : names(twin)) {
            value(twin, name).ifPresent(value -> {
                seen.add(name);
                seen.add(value instanceof Value.Ref ref ? visit(ref.target(), numbers) : value);
            });
        }
        twin.value("code").map(Object::toString).filter(this::isJurisdiction).ifPresent(seen::add);
        twin.zones().forEach(zone -> seen.add(visit(zone, numbers)));
        return seen;
    }

    private SortedSet<String> names(Twin twin) {
        SortedSet<String> names = new TreeSet<>(reads.getOrDefault(twin.type().name(), new TreeSet<>()));
        names.addAll(twin.type().within());
        return names;
    }

    private boolean isJurisdiction(String code) {
        return regulations.stream()
                .anyMatch(regulation -> regulation.jurisdiction().equals(code));
    }

    /** Rules compare neither words nor places. */
    private static Optional<Value> value(Twin twin, String name) {
        return twin.value(name)
                .filter(value ->
                        !(value instanceof Value.Text || value instanceof Location || value instanceof Outline));
    }

    /** What rules see of the twin itself, without where it is. */
    SortedMap<String, String> values(Twin twin) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : names(twin)) {
            value(twin, name)
                    .filter(value -> !(value instanceof Value.Ref))
                    .ifPresent(value -> values.put(name, value.toString()));
        }
        return values;
    }
}
