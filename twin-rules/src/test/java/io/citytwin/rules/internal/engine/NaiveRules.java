package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rules mean, said once more in the plainest way: nested loops, no network, no memory, no shared comparison. */
final class NaiveRules {

    private final List<Fact> facts;

    NaiveRules(List<Fact> facts) {
        this.facts = facts;
    }

    /** All matches of the rules that may fire. */
    Set<Firing> firings(List<Rule> rules, Set<String> switchedOn) {
        Set<Firing> firings = new HashSet<>();
        rules.stream()
                .filter(rule -> switchedOn.contains(rule.name()))
                .forEach(rule -> match(rule, 0, new TreeMap<>(), firings));
        return firings;
    }

    private void match(Rule rule, int position, SortedMap<Integer, Fact> matched, Set<Firing> firings) {
        if (position == rule.conditions().size()) {
            firings.add(new Firing(rule, matched));
            return;
        }
        Rule.Condition condition = rule.conditions().get(position);
        List<Fact> matching = new ArrayList<>();
        for (Fact fact : facts) {
            SortedMap<Integer, Fact> longer = new TreeMap<>(matched);
            longer.put(position, fact);
            if (fact.type().name().equals(condition.type().name()) && holds(condition.test(), fact, longer)) {
                matching.add(fact);
            }
        }
        switch (condition.quantifier()) {
            case EACH -> {
                for (Fact fact : matching) {
                    SortedMap<Integer, Fact> longer = new TreeMap<>(matched);
                    longer.put(position, fact);
                    match(rule, position + 1, longer, firings);
                }
            }
            case NOT -> matchIf(matching.isEmpty(), rule, position, matched, firings);
            case EXISTS -> matchIf(!matching.isEmpty(), rule, position, matched, firings);
        }
    }

    private void matchIf(
            boolean holds, Rule rule, int position, SortedMap<Integer, Fact> matched, Set<Firing> firings) {
        if (holds) {
            match(rule, position + 1, matched, firings);
        }
    }

    private static boolean holds(Rule.Test test, Fact own, SortedMap<Integer, Fact> matched) {
        if (test instanceof Rule.All all) {
            for (Rule.Test part : all.tests()) {
                if (!holds(part, own, matched)) {
                    return false;
                }
            }
            return true;
        } else if (test instanceof Rule.Any any) {
            for (Rule.Test part : any.tests()) {
                if (holds(part, own, matched)) {
                    return true;
                }
            }
            return false;
        } else if (test instanceof Rule.IsTrue flag) {
            return Boolean.TRUE.equals(own.cell(flag.slot()));
        }
        Rule.Compare compare = (Rule.Compare) test;
        Object right = compare.right() instanceof Rule.Constant constant
                ? constant.value()
                : matched.get(((Rule.CellOf) compare.right()).condition()).cell(((Rule.CellOf) compare.right()).slot());
        return compared(own.cell(compare.slot()), compare.operator(), right);
    }

    private static boolean compared(Object left, Rule.Operator operator, Object right) {
        if (right instanceof BitSet names) {
            return names.get((Integer) left) == (operator == Rule.Operator.IN);
        }
        int order;
        if (left instanceof BigDecimal number) {
            order = number.compareTo((BigDecimal) right);
        } else if (left instanceof Integer position) {
            order = position - (Integer) right;
        } else {
            order = left.equals(right) ? 0 : 1;
        }
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case IN, NOT_IN -> throw new IllegalArgumentException(left + " in " + right);
        };
    }
}
