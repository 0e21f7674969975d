package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The regulations of an engine, their rules compiled and grouped by what they are asked for. Engines can share one: what
 * rules answered is remembered here, and is the same for all. Safe for use by many threads.
 */
public final class Law {

    private final SortedMap<String, Regulation> regulations = new TreeMap<>();
    private final List<LevelGroup> levels = new ArrayList<>();
    private final List<Group> provisions = new ArrayList<>();

    /**
     * Compiles the rules.
     *
     * @param all regulations without mistakes
     */
    public Law(List<Regulation> all) {
        for (Regulation regulation : all) {
            regulations.put(regulation.id(), regulation);
            SortedMap<String, List<Rule>> byLevel = new TreeMap<>();
            SortedMap<String, List<Rule>> byProvision = new TreeMap<>();
            for (Rule rule : ((ResolvedRules) regulation.rules()).rules()) {
                levelOf(rule)
                        .ifPresentOrElse(
                                level -> add(byLevel, level, rule), () -> add(byProvision, rule.provision(), rule));
            }
            byLevel.forEach((level, rules) -> levels.add(new LevelGroup(
                    Optional.ofNullable(regulation.state().levels().get(level)).orElseThrow(),
                    new Group(regulation, level, rules))));
            byProvision.forEach((provision, rules) -> provisions.add(new Group(regulation, provision, rules)));
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

    List<LevelGroup> levels() {
        return levels;
    }

    List<Group> provisions() {
        return provisions;
    }

    Stream<Regulation> regulations() {
        return regulations.values().stream();
    }

    Optional<Regulation> find(String id) {
        return Optional.ofNullable(regulations.get(id));
    }
}
