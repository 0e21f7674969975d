package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.Signed.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
     * @return empty if one of the numbers is, or if something is divided
     */
    public static Optional<BigDecimal> of(List<Signed> terms, IntFunction<Optional<BigDecimal>> numbers) {
        return fraction(terms, numbers).filter(Fraction::isWhole).map(Fraction::numerator);
    }

    /**
     * Adds up products and quotients. Nothing is rounded before the end, so the order of factors does not matter.
     *
     * @param terms the sum; none of its divisors is 0
     * @param numbers position of a term to the number that it stands for
     * @param times what the sum is multiplied by
     * @param decimals of the result, half up
     * @return empty if one of the numbers is
     */
    public static Optional<BigDecimal> rounded(
            List<Signed> terms, IntFunction<Optional<BigDecimal>> numbers, BigDecimal times, int decimals) {
        return fraction(terms, numbers)
                .map(sum -> sum.times(times))
                .map(sum -> sum.numerator().divide(sum.denominator(), decimals, RoundingMode.HALF_UP));
    }

    private static Optional<Fraction> fraction(List<Signed> terms, IntFunction<Optional<BigDecimal>> numbers) {
        Fraction sum = Fraction.of(BigDecimal.ZERO);
        Fraction term = sum;
        BigDecimal first = BigDecimal.ZERO;
        for (int at = 0; at < terms.size(); at++) {
            Optional<BigDecimal> number = numbers.apply(at);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal value = number.get();
            first = at == 0 ? value : first;
            Signed signed = terms.get(at);
            if (signed.part() == Part.TIMES) {
                term = term.times(value);
            } else if (signed.part() == Part.OVER) {
                term = term.over(value);
            } else {
                sum = sum.plus(term);
                BigDecimal amount =
                        signed.part() == Part.SHARE ? first.multiply(value).movePointLeft(2) : value;
                term = Fraction.of(signed.minus() ? amount.negate() : amount);
            }
        }
        return Optional.of(sum.plus(term));
    }

    /** A quotient that was not carried out yet. */
    private record Fraction(BigDecimal numerator, BigDecimal denominator) {

        static Fraction of(BigDecimal number) {
            return new Fraction(number, BigDecimal.ONE);
        }

        boolean isWhole() {
            return denominator.compareTo(BigDecimal.ONE) == 0;
        }

        Fraction times(BigDecimal factor) {
            return new Fraction(numerator.multiply(factor), denominator);
        }

        Fraction over(BigDecimal divisor) {
            return new Fraction(numerator, denominator.multiply(divisor));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }
    }
}
