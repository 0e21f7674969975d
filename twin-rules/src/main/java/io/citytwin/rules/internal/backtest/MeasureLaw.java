package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The law that some rules read. Immutable.
 *
 * @param parameters each once
 * @param provisions that the rules belong to
 * @param changesDaily whether the rules look at anything that changes from day to day, other than levels
 */
record MeasureLaw(List<Parameter> parameters, List<Provision> provisions, boolean changesDaily) {

    /** Copies the lists. */
    MeasureLaw {
        parameters = List.copyOf(parameters);
        provisions = List.copyOf(provisions);
    }

    /** What is read by all rules that say something about a kind of asset. */
    static MeasureLaw about(String assetType, Collection<Regulation> law) {
        return readBy(
                law,
                rule -> rule.conditions()
                        .get(rule.action().subject())
                        .type()
                        .name()
                        .equals(assetType));
    }

    private static MeasureLaw readBy(Collection<Regulation> law, Predicate<Rule> wanted) {
        Set<Parameter> parameters = new LinkedHashSet<>();
        List<Provision> provisions = new ArrayList<>();
        for (Regulation regulation : law) {
            Sights.rules(List.of(regulation)).filter(wanted).forEach(rule -> {
                rule.conditions().forEach(condition -> read(rule, condition.type(), regulation, law, parameters));
                Optional.ofNullable(regulation.provisions().get(rule.provision()))
                        .ifPresent(provisions::add);
            });
        }
        Set<String> changing = changing(law);
        boolean daily = Sights.rules(law)
                .filter(wanted)
                .anyMatch(rule -> Sights.reads(rule).anyMatch(changing::contains));
        return new MeasureLaw(List.copyOf(parameters), provisions, daily);
    }

    private static Set<String> changing(Collection<Regulation> law) {
        Set<String> names = new HashSet<>();
        for (Regulation regulation : law) {
            StateSpec state = regulation.state();
            state.inputs().values().forEach(one -> names.add(one.of() + "." + one.name()));
            state.indicators().values().forEach(one -> names.add(one.of() + "." + one.name()));
            state.runs().values().forEach(one -> names.add(one.of() + "." + one.name()));
            state.counters().values().forEach(one -> names.add(one.of() + "." + one.name()));
        }
        return names;
    }

    private static void read(
            Rule rule, FactType type, Regulation regulation, Collection<Regulation> law, Set<Parameter> found) {
        SortedSet<Integer> slots = Reads.of(rule).getOrDefault(type.name(), new TreeSet<>());
        switch (type.origin()) {
            case TABLE -> regulation.parameters().find(type.name()).ifPresent(found::add);
            case LAW ->
                law.stream()
                        .filter(one -> isCalled(one, type, regulation))
                        .forEach(one -> slots.forEach(slot -> one.parameters()
                                .find(type.slots().get(slot).name())
                                .ifPresent(found::add)));
            case ASSET -> {}
        }
    }

    private static boolean isCalled(Regulation one, FactType type, Regulation reader) {
        return type.name().equals(Vocabulary.LAW)
                ? one.id().equals(reader.id())
                : reader.uses().entrySet().stream()
                        .anyMatch(use -> use.getValue().equals(one.id())
                                && Vocabulary.lawName(use.getKey()).equals(type.name()));
    }
}
