package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Decision.NotApplied;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.Unmet.Comparison;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.RuleText;
import io.citytwin.rules.internal.grammar.Tests;
import io.citytwin.rules.regulation.Provision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says for a provision that did not apply which condition failed first. For one thread at a time. */
final class WhyNot {

    private final Group group;
    private final List<Rule> asked;
    private final List<Fact> facts;
    private final Set<String> known;
    private final Set<Nobody> unknown = new HashSet<>();
    private final SortedMap<String, String> off;

    /** Keeps what the scene shows, not of whom. */
    WhyNot(Group group, List<Rule> asked, Scene scene) {
        this.group = group;
        this.asked = asked;
        this.facts = List.copyOf(scene.facts);
        this.known = Set.copyOf(scene.twins.keySet());
        this.off = scene.switchedOff;
        scene.unknown.stream()
                .filter(Scene.UnknownCell.class::isInstance)
                .map(Scene.UnknownCell.class::cast)
                .forEach(cell -> unknown.add(new Nobody(facts.get(cell.fact()).role(), cell.slot())));
    }

    /** A cell that nobody knows. */
    private record Nobody(String role, int slot) {}

    /** Facts for the first conditions of a rule, and the condition that none of them passes. */
    private record Stuck(int position, List<List<Fact>> matches, boolean doubtPasses) {}

    /** How far one fact came: so many tests of the condition were met, and the next one failed by so much. */
    private record Reach(List<Fact> match, Fact own, int met, double by) {

        boolean isBeyond(Reach other) {
            return met > other.met || (met == other.met && by < other.by);
        }
    }

    List<NotApplied> explain() {
        Provision provision = group.regulation().provisions().get(group.name());
        return provision == null
                ? List.of()
                : asked.stream()
                        .map(rule -> explain(provision, rule))
                        .distinct()
                        .toList();
    }

    private NotApplied explain(Provision provision, Rule rule) {
        String why = off.get(rule.name());
        if (why != null) {
            return NotApplied.because(provision, why);
        }
        // A condition that fails whatever is unknown says more than one that only might.
        return stuck(rule, true)
                .or(() -> stuck(rule, false))
                .map(stuck -> new NotApplied(
                        provision,
                        RuleText.of(rule, stuck.position()) + met(rule, stuck.position()),
                        Optional.of(unmet(rule, stuck))))
                .orElseGet(
                        () -> NotApplied.because(provision, "every condition is met, whatever the unknown values are"));
    }

    private Optional<Stuck> stuck(Rule rule, boolean doubtPasses) {
        List<List<Fact>> matches = List.of(List.of());
        for (int position = 0; position < rule.conditions().size(); position++) {
            List<List<Fact>> longer = new ArrayList<>();
            for (List<Fact> match : matches) {
                longer.addAll(extend(rule, position, match, doubtPasses));
            }
            if (longer.isEmpty()) {
                return Optional.of(new Stuck(position, matches, doubtPasses));
            }
            matches = longer;
        }
        return Optional.empty();
    }

    private List<List<Fact>> extend(Rule rule, int position, List<Fact> match, boolean doubtPasses) {
        Rule.Condition condition = rule.conditions().get(position);
        boolean not = condition.quantifier() == Rule.Quantifier.NOT;
        List<Fact> matching = ofType(condition)
                .filter(fact -> passes(condition.test(), fact, at(match, fact), doubtPasses && !not))
                .toList();
        if (condition.quantifier() == Rule.Quantifier.EACH) {
            return matching.stream().map(fact -> append(match, fact)).toList();
        }
        // The position keeps its place in the list; no later condition may look at it.
        return matching.isEmpty() == not ? List.of(append(match, facts.get(0))) : List.of();
    }

    private boolean passes(Rule.Test test, Fact own, IntFunction<Fact> matched, boolean doubtPasses) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().allMatch(part -> passes(part, own, matched, doubtPasses));
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().anyMatch(part -> passes(part, own, matched, doubtPasses));
        }
        return Tests.met(test, own, matched) || (doubtPasses && doubtful(test, own, matched));
    }

    /** The comparisons of a test that keep it from being met; of an alternative, not those that are met. */
    private Stream<Rule.Test> failing(Rule.Test test, Fact own, IntFunction<Fact> matched, boolean doubtPasses) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(part -> failing(part, own, matched, doubtPasses));
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().flatMap(part -> failing(part, own, matched, doubtPasses));
        }
        return passes(test, own, matched, doubtPasses) ? Stream.empty() : Stream.of(test);
    }

    private boolean doubtful(Rule.Test test, Fact own, IntFunction<Fact> matched) {
        if (test instanceof Rule.IsTrue flag) {
            return unknown.contains(new Nobody(own.role(), flag.slot()));
        }
        Rule.Compare compare = (Rule.Compare) test;
        return unknown.contains(new Nobody(own.role(), compare.slot()))
                || (compare.right() instanceof Rule.CellOf cell
                        && unknown.contains(
                                new Nobody(matched.apply(cell.condition()).role(), cell.slot())));
    }

    private static IntFunction<Fact> at(List<Fact> match, Fact own) {
        return position -> position < match.size() ? match.get(position) : own;
    }

    private Stream<Fact> ofType(Rule.Condition condition) {
        return facts.stream()
                .filter(fact -> fact.type().name().equals(condition.type().name()));
    }

    private static List<Fact> append(List<Fact> match, Fact fact) {
        List<Fact> longer = new ArrayList<>(match);
        longer.add(fact);
        return longer;
    }

    /** Told of the facts with which most of the condition is met, the nearest of several. */
    private Unmet unmet(Rule rule, Stuck stuck) {
        Rule.Condition condition = rule.conditions().get(stuck.position());
        List<Rule.Test> tests = Tests.parts(condition.test());
        Optional<Reach> best = condition.quantifier() == Rule.Quantifier.NOT
                ? Optional.empty()
                : stuck.matches().stream()
                        .flatMap(match -> ofType(condition).map(own -> reach(tests, match, own, stuck.doubtPasses())))
                        .reduce((one, other) -> other.isBeyond(one) ? other : one);
        List<Fact> match = best.map(Reach::match).orElse(stuck.matches().get(0));
        List<Comparison> held = new ArrayList<>(before(rule, match));
        List<Comparison> failed = new ArrayList<>();
        best.ifPresent(reach -> {
            IntFunction<Fact> matched = at(match, reach.own());
            tests.subList(0, reach.met())
                    .forEach(
                            test -> Comparisons.held(test, reach.own(), matched).forEach(held::add));
            failing(tests.get(reach.met()), reach.own(), matched, stuck.doubtPasses())
                    .flatMap(test -> Comparisons.of(test, reach.own(), matched))
                    .forEach(failed::add);
        });
        return new Unmet(rule.name(), RuleText.of(rule, stuck.position()), condition.place(), failed, held);
    }

    private Reach reach(List<Rule.Test> tests, List<Fact> match, Fact own, boolean doubtPasses) {
        int met = 0;
        while (met < tests.size() - 1 && passes(tests.get(met), own, at(match, own), doubtPasses)) {
            met++;
        }
        return new Reach(match, own, met, Comparisons.distance(tests.get(met), own, at(match, own)));
    }

    private static List<Comparison> before(Rule rule, List<Fact> match) {
        return IntStream.range(0, match.size())
                .filter(position -> rule.conditions().get(position).quantifier() == Rule.Quantifier.EACH)
                .boxed()
                .flatMap(position ->
                        Comparisons.held(rule.conditions().get(position).test(), match.get(position), match::get))
                .toList();
    }

    /** The values that the failed condition met, for facts of twins. */
    private String met(Rule rule, int position) {
        String values = ofType(rule.conditions().get(position))
                .filter(fact -> known.contains(fact.role()))
                .map(this::valuesOf)
                .collect(Collectors.joining("; "));
        return values.isEmpty() ? "" : " (" + values + ")";
    }

    private String valuesOf(Fact fact) {
        return group.reads(fact.type()).stream()
                .map(slot -> Sentences.text(fact, slot)
                        .map(text -> fact.type().slots().get(slot).name() + " is " + text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
