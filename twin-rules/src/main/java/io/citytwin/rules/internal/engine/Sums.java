package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Addition;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Signed;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sums that actions say. Safe for use by many threads. */
final class Sums {

    /** Stands for a number of a table that was not read: no law says it, so whether the row exists changes the outcome. */
    private static final BigDecimal NOT_READ = new BigDecimal("-1E99");

    private static final int DECIMALS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Sums() {}

    static BigDecimal of(List<Signed> terms, Firing firing) {
        return Addition.of(terms, at -> Optional.of(number(terms.get(at), firing)))
                .orElseThrow();
    }

    /** A sum of products and quotients, rounded. */
    static BigDecimal figure(Rule.Compute compute, Firing firing) {
        List<Signed> terms = compute.amount();
        BigDecimal times = compute.percent() ? HUNDRED : BigDecimal.ONE;
        return Addition.rounded(terms, at -> Optional.of(number(terms.get(at), firing)), times, DECIMALS)
                .orElseThrow();
    }

    /** The numbers in a sum. */
    static List<BigDecimal> numbers(List<Signed> terms, Firing firing) {
        return terms.stream()
                .map(term -> number(term, firing).stripTrailingZeros())
                .toList();
    }

    private static BigDecimal number(Signed term, Firing firing) {
        Object cell = Tests.value(
                term.operand(),
                position -> Objects.requireNonNull(firing.matched().get(position)));
        Objects.requireNonNull(cell, "a sum of a cell that nobody filled");
        return cell == Fact.ANYTHING ? NOT_READ : (BigDecimal) cell;
    }
}
