package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The regulations of an engine, their rules grouped by what they are asked for. Drools gets a group when it is asked first.
 * Engines can share one: what rules answered is remembered here, and is the same for all. Safe for use by many threads.
 */
public final class Law {

    private final SortedMap<String, Regulation> regulations = new TreeMap<>();
    private final Set<String> remembered = new HashSet<>();
    private final List<LevelGroup> levels = new ArrayList<>();
    private final List<Group> provisions = new ArrayList<>();
    private final Optional<Witness> witness;
    private final Map<Asked, List<Group>> answering = new ConcurrentHashMap<>();
    private final Isolation isolation = new Isolation();

    /**
     * Groups the rules.
     *
     * @param all regulations without mistakes
     */
    public Law(List<Regulation> all) {
        this(all, Optional.empty(), Optional.empty());
    }

    /**
     * Groups the rules for engines that somebody watches.
     *
     * @param all regulations without mistakes
     * @param witness told of everything that rules are asked
     */
    public Law(List<Regulation> all, Witness witness) {
        this(all, Optional.of(witness), Optional.empty());
    }

    /**
     * Compiles the rules that are not the same as before.
     *
     * @param all regulations without mistakes
     * @param before what rules that are the same answered is remembered there, and goes on being so
     */
    public Law(List<Regulation> all, Law before) {
        this(all, Optional.empty(), Optional.of(before));
    }

    private Law(List<Regulation> all, Optional<Witness> witness, Optional<Law> before) {
        this.witness = witness;
        for (Regulation regulation : all) {
            regulations.put(regulation.id(), regulation);
            remember(regulation.state());
            SortedMap<String, List<Rule>> byLevel = new TreeMap<>();
            SortedMap<String, List<Rule>> byProvision = new TreeMap<>();
            for (Rule rule : ((ResolvedRules) regulation.rules()).rules()) {
                rule.action()
                        .movedLevel()
                        .ifPresentOrElse(
                                level -> add(byLevel, level, rule), () -> add(byProvision, rule.provision(), rule));
            }
            byLevel.forEach((level, rules) -> levels.add(new LevelGroup(
                    Optional.ofNullable(regulation.state().levels().get(level)).orElseThrow(),
                    group(regulation, level, rules, before))));
            byProvision.forEach((provision, rules) -> provisions.add(group(regulation, provision, rules, before)));
        }
        levels.sort(Comparator.<LevelGroup, String>comparing(
                        level -> level.group().regulation().id())
                .thenComparing(level -> level.level().name()));
    }

    private Group group(Regulation regulation, String name, List<Rule> rules, Optional<Law> before) {
        RuleFunction function = before.stream()
                .flatMap(Law::groups)
                .filter(group -> group.regulation().id().equals(regulation.id()))
                .filter(group -> group.name().equals(name))
                .map(Group::function)
                .filter(known -> known.isOf(rules))
                .findFirst()
                .orElseGet(() -> {
                    RuleFunction made = new RuleFunction(regulation.id() + "/" + name, rules);
                    // What takes the place of running law is ready before it does.
                    return before.isPresent() ? made.prepared() : made;
                });
        return new Group(regulation, name, function, rules, this::find);
    }

    /**
     * All groups of rules.
     *
     * @return as {@link Equivalence#concerned} names them
     */
    public Set<String> groupIds() {
        return groups().map(Group::id).collect(Collectors.toSet());
    }

    /** Those of levels first. */
    Stream<Group> groups() {
        return Stream.concat(levels.stream().map(LevelGroup::group), provisions.stream());
    }

    /** A level and the rules that move it. */
    record LevelGroup(StateSpec.Level level, Group group) {}

    private static void add(Map<String, List<Rule>> groups, String name, Rule rule) {
        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(rule);
    }

    /** Whether earlier values of a property count: those of inputs and of what indicators are computed from. */
    boolean remembers(String assetType, String property) {
        return remembered.contains(assetType + "." + property);
    }

    private void remember(StateSpec state) {
        state.inputs().values().forEach(input -> remembered.add(input.of() + "." + input.name()));
        state.indicators().values().forEach(indicator -> remembered.add(indicator.from() + "." + indicator.property()));
    }

    Optional<Witness> witness() {
        return witness;
    }

    /** Regulations whose evaluation was stopped. */
    Isolation isolation() {
        return isolation;
    }

    List<LevelGroup> levels() {
        return levels;
    }

    List<Group> provisions() {
        return provisions;
    }

    /** The groups with a rule that would answer. */
    List<Group> provisions(Topic topic) {
        return answering.computeIfAbsent(
                new Asked(topic.subject().type().name(), topic.says()),
                key -> provisions.stream()
                        .filter(group -> group.rules().stream().anyMatch(topic::asks))
                        .toList());
    }

    private record Asked(String assetType, Topic.Says says) {}

    Stream<Regulation> regulations() {
        return regulations.values().stream();
    }

    Optional<Regulation> find(String id) {
        return Optional.ofNullable(regulations.get(id));
    }

    Optional<StateSpec.Level> level(String regulation, String name) {
        return find(regulation)
                .flatMap(found -> Optional.ofNullable(found.state().levels().get(name)));
    }

    Optional<StateSpec.Counter> counter(String regulation, String name) {
        return find(regulation)
                .flatMap(found -> Optional.ofNullable(found.state().counters().get(name)));
    }

    /** A regulation and those whose parameters its rules read. */
    Stream<Regulation> readBy(Regulation regulation) {
        return Stream.concat(
                Stream.of(regulation),
                regulation.uses().values().stream().map(this::find).flatMap(Optional::stream));
    }
}
