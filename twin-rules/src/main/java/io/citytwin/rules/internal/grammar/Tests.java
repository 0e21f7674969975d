package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.Operand;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Rule.Test;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the tests of a rule mean, for one fact and the facts that earlier conditions matched. Safe for use by many threads. */
public final class Tests {

    private Tests() {}

    /**
     * What must be met together.
     *
     * @param test any
     * @return the parts of {@link Rule.All}; of anything else itself
     */
    public static List<Test> parts(Test test) {
        return test instanceof Rule.All all ? all.tests() : List.of(test);
    }

    /**
     * Whether a test is met. A comparison with a cell that nobody filled is never met.
     *
     * @param test the test
     * @param own the fact of the test's own pattern
     * @param matched position of a condition to the fact it matched; answers {@code own} for the own position
     * @return true if it is met
     */
    public static boolean met(Test test, Fact own, IntFunction<Fact> matched) {
        Effort.take(1);
        if (test instanceof Rule.All all) {
            return all.tests().stream().allMatch(part -> met(part, own, matched));
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().anyMatch(part -> met(part, own, matched));
        } else if (test instanceof Rule.IsTrue flag) {
            Object cell = own.cell(flag.slot());
            return cell == Fact.ANYTHING || Boolean.TRUE.equals(cell);
        } else {
            Compare compare = (Compare) test;
            return compared(own.cell(compare.slot()), compare.operator(), value(compare.right(), matched));
        }
    }

    /**
     * The value of an operand.
     *
     * @param operand a constant or a cell
     * @param matched position of a condition to the fact it matched
     * @return the cell, or null if nobody filled it
     */
    public static @Nullable Object value(Operand operand, IntFunction<Fact> matched) {
        return operand instanceof Constant constant
                ? constant.value()
                : matched.apply(((CellOf) operand).condition()).cell(((CellOf) operand).slot());
    }

    /**
     * Compares two cells.
     *
     * @param left the left one
     * @param operator how
     * @param right the right one
     * @return true if the comparison holds; false if a cell is null
     */
    public static boolean compared(@Nullable Object left, Operator operator, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        } else if (left == Fact.ANYTHING || right == Fact.ANYTHING) {
            return true;
        }
        return switch (operator) {
            case EQUAL -> same(left, right);
            case NOT_EQUAL -> !same(left, right);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case MORE -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
            case IN -> ((BitSet) right).get((Integer) left);
            case NOT_IN -> !((BitSet) right).get((Integer) left);
        };
    }

    private static boolean same(Object left, Object right) {
        return left instanceof BigDecimal ? order(left, right) == 0 : left.equals(right);
    }

    private static int order(Object left, Object right) {
        return left instanceof BigDecimal number
                ? number.compareTo((BigDecimal) right)
                : Integer.compare((Integer) left, (Integer) right);
    }

    /**
     * The other conditions whose facts a test looks at.
     *
     * @param test the test
     * @param own position of the test's own condition
     * @return positions, without {@code own}
     */
    public static SortedSet<Integer> refersTo(Test test, int own) {
        SortedSet<Integer> positions = new TreeSet<>();
        if (test instanceof Rule.All all) {
            all.tests().forEach(part -> positions.addAll(refersTo(part, own)));
        } else if (test instanceof Rule.Any any) {
            any.tests().forEach(part -> positions.addAll(refersTo(part, own)));
        } else if (test instanceof Compare compare
                && compare.right() instanceof CellOf cell
                && cell.condition() != own) {
            positions.add(cell.condition());
        }
        return positions;
    }
}
