package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Decision.NotApplied;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.RuleText;
import io.citytwin.rules.internal.grammar.Tests;
import io.citytwin.rules.regulation.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says for a provision that did not apply which condition failed first. For one thread at a time. */
final class WhyNot {

    private final Group group;
    private final List<Fact> facts;
    private final Set<String> known;
    private final SortedMap<String, String> off;

    /** Keeps what the scene shows, not of whom. */
    WhyNot(Group group, Scene scene) {
        this.group = group;
        this.facts = List.copyOf(scene.facts);
        this.known = Set.copyOf(scene.twins.keySet());
        this.off = scene.switchedOff;
    }

    List<NotApplied> explain() {
        Provision provision = group.regulation().provisions().get(group.name());
        return provision == null
                ? List.of()
                : group.rules().stream()
                        .map(rule -> new NotApplied(provision, failed(rule)))
                        .distinct()
                        .toList();
    }

    private String failed(Rule rule) {
        String why = off.get(rule.name());
        if (why != null) {
            return why;
        }
        List<List<Fact>> matches = List.of(List.of());
        for (int position = 0; position < rule.conditions().size(); position++) {
            List<List<Fact>> longer = new ArrayList<>();
            for (List<Fact> match : matches) {
                longer.addAll(extend(rule, position, match));
            }
            if (longer.isEmpty()) {
                return RuleText.of(rule, position) + met(rule, position);
            }
            matches = longer;
        }
        return "every condition is met, whatever the unknown values are";
    }

    private List<List<Fact>> extend(Rule rule, int position, List<Fact> match) {
        Rule.Condition condition = rule.conditions().get(position);
        List<Fact> matching = facts.stream()
                .filter(fact -> fact.type().name().equals(condition.type().name()))
                .filter(fact -> Tests.met(condition.test(), fact, at -> at < match.size() ? match.get(at) : fact))
                .toList();
        if (condition.quantifier() == Rule.Quantifier.EACH) {
            return matching.stream().map(fact -> append(match, fact)).toList();
        }
        boolean holds = matching.isEmpty() == (condition.quantifier() == Rule.Quantifier.NOT);
        // The position keeps its place in the list; no later condition may look at it.
        return holds ? List.of(append(match, facts.get(0))) : List.of();
    }

    private static List<Fact> append(List<Fact> match, Fact fact) {
        List<Fact> longer = new ArrayList<>(match);
        longer.add(fact);
        return longer;
    }

    /** The values that the failed condition met, for facts of twins. */
    private String met(Rule rule, int position) {
        Rule.Condition condition = rule.conditions().get(position);
        String values = facts.stream()
                .filter(fact -> fact.type().name().equals(condition.type().name()))
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
