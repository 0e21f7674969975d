package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Rule.All;
import io.citytwin.rules.internal.grammar.Rule.Any;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.IsTrue;
import io.citytwin.rules.internal.grammar.Rule.Operand;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.Rule.Test;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes resolved conditions as authors write them, with properties in the place of variables. Safe for use by many threads. */
public final class RuleText {

    private RuleText() {}

    /**
     * A whole condition.
     *
     * @param rule the rule
     * @param condition position in the rule
     * @return such as {@code Province( level > Level.none, over >= levelFirstDays )}
     */
    public static String of(Rule rule, int condition) {
        Condition written = rule.conditions().get(condition);
        String quantifier = written.quantifier() == Quantifier.EACH
                ? ""
                : written.quantifier().name().toLowerCase(Locale.ROOT) + " ";
        String entries = written.test() instanceof All all
                ? all.tests().stream().map(test -> of(rule, test, condition)).collect(Collectors.joining(", "))
                : of(rule, written.test(), condition);
        return quantifier + written.type().name() + (entries.isEmpty() ? "()" : "( " + entries + " )");
    }

    /**
     * A test.
     *
     * @param rule the rule
     * @param test a part of the condition's test
     * @param condition position in the rule
     * @return such as {@code over >= levelFirstDays}; cells of other facts than the regulation's own law carry their
     *     fact's name, such as {@code province == Province.id}
     */
    public static String of(Rule rule, Test test, int condition) {
        if (test instanceof All all) {
            return all.tests().stream()
                    .map(part -> inner(rule, part, condition))
                    .collect(Collectors.joining(" && "));
        } else if (test instanceof Any any) {
            return any.tests().stream()
                    .map(part -> part instanceof Any ? inner(rule, part, condition) : of(rule, part, condition))
                    .collect(Collectors.joining(" || "));
        } else if (test instanceof IsTrue flag) {
            return property(rule, condition, flag.slot());
        }
        Compare compare = (Compare) test;
        return property(rule, condition, compare.slot()) + " "
                + compare.operator().sign() + " " + of(rule, compare.right(), condition);
    }

    /**
     * The right side of a comparison, or a part of a sum.
     *
     * @param rule the rule
     * @param operand a part of the rule
     * @param condition position of the condition it stands in; -1 for the consequence
     * @return such as {@code levelFirstDays}
     */
    public static String of(Rule rule, Operand operand, int condition) {
        if (operand instanceof Constant constant) {
            return constant.text();
        }
        CellOf cell = (CellOf) operand;
        String fact = rule.conditions().get(cell.condition()).type().name();
        String property = property(rule, cell.condition(), cell.slot());
        boolean plain = cell.condition() == condition || fact.equals(Vocabulary.LAW);
        return plain ? property : fact + "." + property;
    }

    private static String inner(Rule rule, Test part, int condition) {
        String text = of(rule, part, condition);
        return part instanceof All || part instanceof Any ? "(" + text + ")" : text;
    }

    private static String property(Rule rule, int condition, int slot) {
        return rule.conditions().get(condition).type().slots().get(slot).name();
    }
}
