package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.regulation.Regulation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rules read a parameter, directly or through what the regulation remembers. Immutable. */
public final class Readers {

    private final Regulation regulation;
    private final List<Regulation> others;

    /**
     * Looks at the rules of a regulation and of those that use it.
     *
     * @param regulation whose parameters are read
     * @param all among which those are that use it
     */
    public Readers(Regulation regulation, Collection<Regulation> all) {
        this.regulation = regulation;
        this.others = all.stream()
                .filter(other -> other.uses().containsValue(regulation.id()))
                .toList();
    }

    /**
     * Who reads a parameter.
     *
     * @param parameter its name
     * @return names of rules, those of other regulations with the regulation's id before them
     */
    public SortedSet<String> of(String parameter) {
        SortedSet<String> names = new TreeSet<>();
        rules(regulation).filter(rule -> readsHere(rule, parameter)).forEach(rule -> names.add(rule.name()));
        for (Regulation other : others) {
            other.uses().forEach((alias, id) -> {
                if (id.equals(regulation.id())) {
                    rules(other)
                            .filter(rule -> reads(rule, Vocabulary.lawName(alias), parameter))
                            .forEach(rule -> names.add(other.id() + "/" + rule.name()));
                }
            });
        }
        return names;
    }

    private boolean readsHere(Rule rule, String parameter) {
        return reads(rule, Vocabulary.LAW, parameter)
                || Reads.of(rule).containsKey(parameter)
                || regulation.state().runs().values().stream()
                        .filter(run -> run.limit().equals(parameter))
                        .anyMatch(run -> reads(rule, run.of(), run.name()))
                || rule.action()
                        .movedLevel()
                        .flatMap(name ->
                                Optional.ofNullable(regulation.state().levels().get(name)))
                        .flatMap(level -> level.season())
                        .filter(parameter::equals)
                        .isPresent();
    }

    /** The rules that read a thing which is remembered. */
    SortedSet<String> ofState(String assetType, String property) {
        SortedSet<String> names = new TreeSet<>();
        rules(regulation).filter(rule -> reads(rule, assetType, property)).forEach(rule -> names.add(rule.name()));
        return names;
    }

    /**
     * The rules of a regulation.
     *
     * @param regulation any
     * @return resolved, in file order
     */
    public static Stream<Rule> rules(Regulation regulation) {
        return ((ResolvedRules) regulation.rules()).rules().stream();
    }

    private static boolean reads(Rule rule, String type, String property) {
        SortedMap<String, SortedSet<Integer>> reads = Reads.of(rule);
        return rule.conditions().stream()
                .map(Rule.Condition::type)
                .filter(fact -> fact.name().equals(type))
                .map(FactType::slots)
                .findFirst()
                .filter(slots -> reads.getOrDefault(type, new TreeSet<>()).stream()
                        .anyMatch(slot -> slots.get(slot).name().equals(property)))
                .isPresent();
    }
}
