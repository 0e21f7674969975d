package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Tests;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that what is known of a twin leaves open. One on fuels cannot fire about a vehicle of another fuel, whatever
 * else is unknown: the values that it would tell apart need not be tried. Safe for use by many threads.
 */
final class OpenRules {

    private OpenRules() {}

    static List<Rule> of(Group group, Scene scene) {
        return group.rules().stream()
                .filter(rule -> rule.conditions().stream()
                        .filter(condition -> condition.quantifier() == Rule.Quantifier.EACH)
                        .filter(condition -> condition.type().origin() == FactType.Origin.ASSET)
                        .allMatch(condition -> isOpen(rule, condition, scene)))
                .toList();
    }

    /** Whether some fact is left that no known value keeps from meeting the condition. */
    private static boolean isOpen(Rule rule, Rule.Condition condition, Scene scene) {
        List<Rule.Test> tests = Tests.parts(condition.test());
        return facts(condition.type(), scene)
                .anyMatch(fact -> tests.stream()
                        .filter(Compare.class::isInstance)
                        .map(Compare.class::cast)
                        .allMatch(compare -> isOpen(rule, fact.cell(compare.slot()), compare, scene)));
    }

    private static boolean isOpen(Rule rule, @Nullable Object left, Compare compare, Scene scene) {
        return left == null
                || others(rule, compare.right(), scene)
                        .anyMatch(right -> right == null || Tests.compared(left, compare.operator(), right));
    }

    /** What the right side can be; null where that is unknown too. */
    private static Stream<@Nullable Object> others(Rule rule, Rule.Operand operand, Scene scene) {
        if (operand instanceof Constant constant) {
            return Stream.of(constant.value());
        }
        Rule.CellOf cell = (Rule.CellOf) operand;
        return facts(rule.conditions().get(cell.condition()).type(), scene).map(fact -> fact.cell(cell.slot()));
    }

    private static Stream<Fact> facts(FactType type, Scene scene) {
        return scene.facts.stream().filter(fact -> fact.type().name().equals(type.name()));
    }
}
