package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.IsTrue;
import io.citytwin.rules.internal.grammar.Rule.Operand;
import io.citytwin.rules.internal.grammar.Rule.Test;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Derives what a rule looks at. For one thread at a time. */
public final class Reads {

    private final Rule rule;
    private final SortedMap<String, SortedSet<Integer>> slots = new TreeMap<>();

    private Reads(Rule rule) {
        this.rule = rule;
    }

    /**
     * Every slot that a test compares or that a sum in the consequence adds; a bound variable alone reads nothing.
     *
     * @param rule the rule
     * @return name of each fact type that the rule matches to the slots it reads, maybe none
     */
    public static SortedMap<String, SortedSet<Integer>> of(Rule rule) {
        Reads reads = new Reads(rule);
        for (int position = 0; position < rule.conditions().size(); position++) {
            Condition condition = rule.conditions().get(position);
            reads.slots.computeIfAbsent(condition.type().name(), name -> new TreeSet<>());
            reads.test(position, condition.test());
        }
        rule.action().terms().forEach(term -> reads.operand(term.operand()));
        return reads.slots;
    }

    private void test(int position, Test test) {
        if (test instanceof Rule.All all) {
            all.tests().forEach(part -> test(position, part));
        } else if (test instanceof Rule.Any any) {
            any.tests().forEach(part -> test(position, part));
        } else if (test instanceof IsTrue flag) {
            add(position, flag.slot());
        } else if (test instanceof Compare compare) {
            add(position, compare.slot());
            operand(compare.right());
        }
    }

    private void operand(Operand operand) {
        if (operand instanceof CellOf cell) {
            add(cell.condition(), cell.slot());
        }
    }

    private void add(int condition, int slot) {
        String type = rule.conditions().get(condition).type().name();
        slots.computeIfAbsent(type, name -> new TreeSet<>()).add(slot);
    }
}
