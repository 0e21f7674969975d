package io.citytwin.rules.internal.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.citytwin.rules.Decision;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rules that are asked together: those of one provision, or of one level. Its {@link #findings} is F: a pure function of
 * facts, remembered by what the rules can see. Safe for use by many threads.
 */
final class Group {

    private static final int REMEMBERED = 10_000;

    private final Regulation regulation;
    private final String name;
    private final Function<String, Optional<Regulation>> others;
    private final List<Rule> rules;
    private final SortedMap<String, FactType> types;
    private final SortedMap<String, SortedSet<Integer>> reads;
    private final List<SortedMap<String, SortedSet<Integer>>> readsOfRules;
    private final RuleFunction function;
    private final Cache<Seen, Said> said =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Stage, Completions.Answer<OptionalInt>> moved =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<String, Optional<Kept>> levels = new ConcurrentHashMap<>();

    /** Regulations that this one uses are looked up when a question is asked. */
    Group(
            Regulation regulation,
            String name,
            RuleFunction function,
            List<Rule> rules,
            Function<String, Optional<Regulation>> others) {
        this.regulation = regulation;
        this.name = name;
        this.others = others;
        this.rules = List.copyOf(rules);
        this.function = function;
        SortedMap<String, FactType> matched = new TreeMap<>();
        SortedMap<String, SortedSet<Integer>> read = new TreeMap<>();
        this.readsOfRules = this.rules.stream().map(Reads::of).toList();
        this.rules.forEach(rule -> rule.conditions()
                .forEach(condition -> matched.put(condition.type().name(), condition.type())));
        readsOfRules.forEach(one -> one.forEach((type, slots) ->
                read.computeIfAbsent(type, key -> new TreeSet<>()).addAll(slots)));
        this.types = ImmutableSortedMap.copyOf(matched);
        this.reads = ImmutableSortedMap.copyOf(read);
    }

    /**
     * All that what is said of a twin depends on, and nothing that would tell which twin it is.
     *
     * @param law the law's part of the scene, by identity: it is the same for all twins
     * @param twins what is seen of twins
     * @param says what matters
     */
    record Seen(Scene law, List<Object> twins, Topic.Says says) {

        static Seen of(Scene scene, Topic.Says says) {
            List<Fact> twins = scene.facts.subList(scene.lawOnly.facts.size(), scene.facts.size());
            return new Seen(
                    scene.lawOnly,
                    List.of(List.copyOf(twins), List.copyOf(scene.unknown), Set.copyOf(scene.twins.keySet())),
                    says);
        }
    }

    /**
     * All that where a level moves depends on. A level is decided day after day, and most days look the same.
     *
     * @param facts of the law and of twins
     * @param switchedOn rules that law does not keep from firing
     * @param unknown all that is unknown
     */
    record Stage(List<Fact> facts, Set<String> switchedOn, List<Scene.Unknown> unknown) {

        static Stage of(Scene scene) {
            return new Stage(List.copyOf(scene.facts), Set.copyOf(scene.switchedOn), List.copyOf(scene.unknown));
        }
    }

    /**
     * What is said of a twin.
     *
     * @param firings that answer
     * @param unknown names of the cells that would decide
     * @param not why nothing is said
     */
    record Said(List<Firing> firings, SortedSet<String> unknown, Supplier<List<Decision.NotApplied>> not) {}

    /** A level and the regulation that keeps it. */
    record Kept(Regulation regulation, StateSpec.Level level) {}

    Regulation regulation() {
        return regulation;
    }

    /** The level behind a property: one of this regulation, or one of a regulation that it uses. */
    Optional<Kept> level(String assetType, String property) {
        return levels.computeIfAbsent(assetType + "." + property, key -> findLevel(assetType, property));
    }

    private Optional<Kept> findLevel(String assetType, String property) {
        Stream<Map.Entry<Kept, StateSpec.Level>> own = regulation.state().levels().values().stream()
                .map(level -> Map.entry(new Kept(regulation, level), level));
        Stream<Map.Entry<Kept, StateSpec.Level>> used = regulation.uses().entrySet().stream()
                .flatMap(use -> others.apply(use.getValue()).stream()
                        .flatMap(other -> other.state().levels().values().stream()
                                .map(level -> Map.entry(new Kept(other, level), Used.seen(use.getKey(), level)))));
        return Stream.concat(own, used)
                .filter(entry -> entry.getValue().of().equals(assetType)
                        && entry.getValue().property().equals(property))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    String name() {
        return name;
    }

    /** Its name across regulations; a level can be called like a provision. */
    String id() {
        boolean level = regulation.state().levels().containsKey(name);
        return regulation.id() + (level ? "/level " : "/") + name;
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

    /** The types and slots that one rule looks into: asked anew under each law. */
    SortedMap<String, SortedSet<Integer>> readsOfRule(int position) {
        return readsOfRules.get(position);
    }

    /** What was said of a twin that looked the same, or is said now. */
    Said says(Seen seen, Supplier<Said> ask) {
        Said before = said.getIfPresent(seen);
        if (before == null) {
            before = ask.get();
            said.put(seen, before);
        }
        return before;
    }

    /** Where a level moved on a stage that looked the same, or moves now. */
    Completions.Answer<OptionalInt> moves(Stage stage, Supplier<Completions.Answer<OptionalInt>> ask) {
        Completions.Answer<OptionalInt> before = moved.getIfPresent(stage);
        if (before == null) {
            before = ask.get();
            moved.put(stage, before);
        }
        return before;
    }

    /** Whether the rules are the same, hold in the same place, and mean the same by the state that they speak of. */
    boolean hasRulesOf(Group other) {
        return function == other.function
                && regulation.jurisdiction().equals(other.regulation.jurisdiction())
                && regulation.state().equals(other.regulation.state());
    }

    RuleFunction function() {
        return function;
    }

    /** F, remembered. */
    List<Firing> findings(List<Fact> facts, Set<String> switchedOn) {
        return function.findings(facts, switchedOn);
    }

    /** F, called anew. */
    List<Firing> cold(List<Fact> facts, Set<String> switchedOn) {
        return function.cold(facts, switchedOn);
    }
}
