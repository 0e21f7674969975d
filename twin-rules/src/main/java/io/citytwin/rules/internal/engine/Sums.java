package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Sums that actions say. Safe for use by many threads. */
final class Sums {

    private Sums() {}

    static List<Rule.Signed> termsOf(Rule.Action action) {
        if (action instanceof Rule.Cap cap) {
            return Stream.concat(cap.limit().stream(), cap.tolerance().stream()).toList();
        }
        return action instanceof Rule.Charge charge ? charge.fee() : List.of();
    }

    static BigDecimal of(List<Rule.Signed> terms, Firing firing) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Rule.Signed term : terms) {
            Object cell = Tests.value(
                    term.operand(),
                    position -> Objects.requireNonNull(firing.matched().get(position)));
            BigDecimal number = (BigDecimal) Objects.requireNonNull(cell, "a sum of a cell that nobody filled");
            sum = term.minus() ? sum.subtract(number) : sum.add(number);
        }
        return sum;
    }
}
