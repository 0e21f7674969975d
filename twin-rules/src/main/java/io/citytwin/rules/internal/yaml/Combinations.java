package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterTree;
import java.util.List;
import java.util.function.Consumer;

/** Refuses rules that multiply tables: what nobody could evaluate is not loaded. Safe for use by many threads. */
final class Combinations {

    private static final long MOST = 1_000_000;

    private Combinations() {}

    static void check(List<Rule> rules, ParameterTree parameters, Consumer<Problem> problems) {
        for (Rule rule : rules) {
            long combinations = 1;
            for (Rule.Condition condition : rule.conditions()) {
                // Both factors are small enough for their product.
                combinations = Math.min(MOST + 1, combinations * rows(condition, parameters));
            }
            if (combinations > MOST) {
                problems.accept(Problem.error(
                        RulesError.COMBINATIONS,
                        rule.place(),
                        "The rule compares more than `" + MOST + "` combinations of rows.",
                        "Maybe put what belongs together into one table."));
            }
        }
    }

    private static long rows(Rule.Condition condition, ParameterTree parameters) {
        return condition.type().origin() != Origin.TABLE
                ? 1
                : parameters.find(condition.type().name()).stream()
                        .flatMap(parameter -> parameter.values().stream())
                        .mapToLong(dated -> dated.value() instanceof LawValue.OfTable table
                                ? Math.max(1, table.rows().size())
                                : 1)
                        .max()
                        .orElse(1);
    }
}
