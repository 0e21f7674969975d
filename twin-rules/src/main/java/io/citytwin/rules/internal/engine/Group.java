package io.citytwin.rules.internal.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.drools.RuleBase;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rules that are asked together: those of one provision, or of one level. Its {@link #findings} is F: a pure function of
 * facts, remembered by what the rules can see. Safe for use by many threads.
 */
final class Group {

    private static final int REMEMBERED = 10_000;

    private final Regulation regulation;
    private final String name;
    private final List<Rule> rules;
    private final SortedMap<String, FactType> types;
    private final SortedMap<String, SortedSet<Integer>> reads;
    private final RuleBase base;
    private final Cache<Seen, List<Firing>> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    Group(Regulation regulation, String name, List<Rule> rules) {
        this.regulation = regulation;
        this.name = name;
        this.rules = List.copyOf(rules);
        this.base = new RuleBase(regulation.id() + "/" + name, rules);
        SortedMap<String, FactType> matched = new TreeMap<>();
        SortedMap<String, SortedSet<Integer>> read = new TreeMap<>();
        for (Rule rule : rules) {
            rule.conditions().forEach(condition -> matched.put(condition.type().name(), condition.type()));
            Reads.of(rule)
                    .forEach((type, slots) ->
                            read.computeIfAbsent(type, key -> new TreeSet<>()).addAll(slots));
        }
        this.types = ImmutableSortedMap.copyOf(matched);
        this.reads = ImmutableSortedMap.copyOf(read);
    }

    /** Facts and the rules that may fire: all that F depends on. */
    private record Seen(List<Fact> facts, Set<String> switchedOn) {}

    Regulation regulation() {
        return regulation;
    }

    String name() {
        return name;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The kinds of fact that the rules match, by name. */
    SortedMap<String, FactType> types() {
        return types;
    }

    /** The slots of a type that the rules look into. */
    SortedSet<Integer> reads(FactType type) {
        return reads.getOrDefault(type.name(), ImmutableSortedSet.of());
    }

    /** F, remembered. */
    List<Firing> findings(List<Fact> facts, Set<String> switchedOn) {
        Seen seen = new Seen(List.copyOf(facts), Set.copyOf(switchedOn));
        List<Firing> before = remembered.getIfPresent(seen);
        if (before == null) {
            before = cold(facts, switchedOn);
            remembered.put(seen, before);
        }
        return before;
    }

    /** F, called anew. */
    List<Firing> cold(List<Fact> facts, Set<String> switchedOn) {
        return switchedOn.isEmpty() ? List.of() : base.fire(facts, switchedOn);
    }
}
