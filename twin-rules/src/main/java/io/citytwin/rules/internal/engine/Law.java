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
import java.util.stream.Stream;

/**
 * The regulations of an engine, their rules compiled and grouped by what they are asked for. Engines can share one: what
 * rules answered is remembered here, and is the same for all. Safe for use by many threads.
 */
public final class Law {

    private final SortedMap<String, Regulation> regulations = new TreeMap<>();
    private final Set<String> remembered = new HashSet<>();
    private final List<LevelGroup> levels = new ArrayList<>();
    private final List<Group> provisions = new ArrayList<>();
    private final Map<Asked, List<Group>> answering = new ConcurrentHashMap<>();

    /**
     * Compiles the rules.
     *
     * @param all regulations without mistakes
     */
    public Law(List<Regulation> all) {
        for (Regulation regulation : all) {
            regulations.put(regulation.id(), regulation);
            remember(regulation.state());
            SortedMap<String, List<Rule>> byLevel = new TreeMap<>();
            SortedMap<String, List<Rule>> byProvision = new TreeMap<>();
            for (Rule rule : ((ResolvedRules) regulation.rules()).rules()) {
                levelOf(rule)
                        .ifPresentOrElse(
                                level -> add(byLevel, level, rule), () -> add(byProvision, rule.provision(), rule));
            }
            byLevel.forEach((level, rules) -> levels.add(new LevelGroup(
                    Optional.ofNullable(regulation.state().levels().get(level)).orElseThrow(),
                    new Group(regulation, level, rules, this::find))));
            byProvision.forEach(
                    (provision, rules) -> provisions.add(new Group(regulation, provision, rules, this::find)));
        }
        levels.sort(Comparator.<LevelGroup, String>comparing(
                        level -> level.group().regulation().id())
                .thenComparing(level -> level.level().name()));
    }

    /** A level and the rules that move it. */
    record LevelGroup(StateSpec.Level level, Group group) {}

    private static void add(Map<String, List<Rule>> groups, String name, Rule rule) {
        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(rule);
    }

    private static Optional<String> levelOf(Rule rule) {
        if (rule.action() instanceof Rule.Raise raise) {
            return Optional.of(raise.level());
        }
        return rule.action() instanceof Rule.Clear clear ? Optional.of(clear.level()) : Optional.empty();
    }

    /** Whether earlier values of a property count: those of inputs and of what indicators are computed from. */
    boolean remembers(String assetType, String property) {
        return remembered.contains(assetType + "." + property);
    }

    private void remember(StateSpec state) {
        state.inputs().values().forEach(input -> remembered.add(input.of() + "." + input.name()));
        state.indicators().values().forEach(indicator -> remembered.add(indicator.from() + "." + indicator.property()));
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
