package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Rule.Signed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a sum comes to. Safe for use by many threads. */
public final class Addition {

    private Addition() {}

    /**
     * Adds up.
     *
     * @param terms the sum
     * @param numbers position of a term to the number that it stands for
     * @return empty if one of the numbers is
     */
    public static Optional<BigDecimal> of(List<Signed> terms, IntFunction<Optional<BigDecimal>> numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal first = BigDecimal.ZERO;
        for (int at = 0; at < terms.size(); at++) {
            Optional<BigDecimal> number = numbers.apply(at);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            first = at == 0 ? number.get() : first;
            Signed term = terms.get(at);
            BigDecimal amount = term.share() ? first.multiply(number.get()).movePointLeft(2) : number.get();
            sum = term.minus() ? sum.subtract(amount) : sum.add(amount);
        }
        return Optional.of(sum);
    }
}
