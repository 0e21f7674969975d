package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Effect;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Tests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What rules say of a few facts, found by trying every combination: for a proof that asks very often about facts that it
 * sees only once. For one thread at a time.
 */
final class PlainRules {

    private final Group group;
    private final Map<String, List<Fact>> law;

    /** Rules of a group under some law. */
    PlainRules(Group group, Collection<Fact> law) {
        this.group = group;
        this.law =
                law.stream().collect(Collectors.groupingBy(fact -> fact.type().name()));
    }

    /** One thing that a rule says, of whom, and by which provision. */
    record Said(String provision, String role, Object effect) {}

    /**
     * All that some rules say about twins; which rule says it does not matter. Of several limits that one provision sets
     * to the same, the strictest alone is the answer.
     */
    Set<Object> says(Collection<Rule> rules, List<Fact> twins) {
        Set<Object> said = new HashSet<>();
        rules.forEach(rule -> match(new Match(rule, twins, said), 0));
        if (said.size() > 1) {
            List<Object> all = List.copyOf(said);
            said.removeIf(one -> all.stream().anyMatch(other -> isStricter((Said) other, (Said) one)));
        }
        return said;
    }

    private static boolean isStricter(Said one, Said other) {
        return one.provision.equals(other.provision)
                && one.role.equals(other.role)
                && one.effect instanceof Effect.Limit limit
                && other.effect instanceof Effect.Limit looser
                && limit.property().equals(looser.property())
                && limit.tolerance().isEmpty()
                && looser.tolerance().isEmpty()
                && limit.most().amount().compareTo(looser.most().amount()) < 0;
    }

    /** One rule being matched. */
    private static final class Match {

        private final Rule rule;
        private final List<Fact> twins;
        private final Fact[] matched;
        private final Set<Object> said;

        Match(Rule rule, List<Fact> twins, Set<Object> said) {
            this.rule = rule;
            this.twins = twins;
            this.matched = new Fact[rule.conditions().size()];
            this.said = said;
        }
    }

    private void match(Match match, int position) {
        if (position == match.matched.length) {
            say(match);
            return;
        }
        Condition condition = match.rule.conditions().get(position);
        boolean any = false;
        for (Fact fact : facts(condition.type().name(), match.twins)) {
            match.matched[position] = fact;
            if (Tests.met(condition.test(), fact, at -> match.matched[at])) {
                any = true;
                if (condition.quantifier() != Rule.Quantifier.EACH) {
                    break;
                }
                match(match, position + 1);
            }
        }
        if (condition.quantifier() != Rule.Quantifier.EACH
                && any == (condition.quantifier() == Rule.Quantifier.EXISTS)) {
            match(match, position + 1);
        }
    }

    /** Of each type there is law, or there are twins. */
    private List<Fact> facts(String type, List<Fact> twins) {
        List<Fact> found = law.getOrDefault(type, List.of());
        for (Fact twin : twins) {
            if (twin.type().name().equals(type)) {
                found = found.isEmpty() ? List.of(twin) : and(found, twin);
            }
        }
        return found;
    }

    private static List<Fact> and(List<Fact> facts, Fact another) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(another);
        return more;
    }

    private void say(Match match) {
        SortedMap<Integer, Fact> facts = new TreeMap<>();
        for (int position = 0; position < match.matched.length; position++) {
            if (match.rule.conditions().get(position).quantifier() == Rule.Quantifier.EACH) {
                facts.put(position, match.matched[position]);
            }
        }
        Firing firing = new Firing(match.rule, facts);
        match.said.add(new Said(
                match.rule.provision(), FindingWriter.subjectFact(firing).role(), Worked.of(group, firing)));
    }
}
