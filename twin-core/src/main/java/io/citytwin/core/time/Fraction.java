package io.citytwin.core.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * An exact mean that is not divided yet: a third has no decimal, and three rounded thirds can miss a half. Immutable.
 *
 * @param sum of the readings
 * @param count how many there are, at least one
 */
record Fraction(BigDecimal sum, BigInteger count) {

    static Fraction take(Take take, List<Fraction> parts) {
        return switch (take) {
            case SUM -> total(parts);
            case MEAN -> total(parts).over(parts.size());
            case MAX -> parts.stream().reduce(parts.get(0), (a, b) -> a.compare(b) >= 0 ? a : b);
            case MIN -> parts.stream().reduce(parts.get(0), (a, b) -> a.compare(b) <= 0 ? a : b);
        };
    }

    static Fraction whole(BigDecimal amount) {
        return new Fraction(amount, BigInteger.ONE);
    }

    BigDecimal rounded(int decimals, RoundingMode rounding) {
        return sum.divide(new BigDecimal(count), decimals, rounding);
    }

    private static Fraction total(List<Fraction> parts) {
        return parts.stream().reduce(whole(BigDecimal.ZERO), Fraction::plus);
    }

    private Fraction over(int divisor) {
        return new Fraction(sum, count.multiply(BigInteger.valueOf(divisor)));
    }

    private Fraction plus(Fraction other) {
        BigInteger common = count.divide(count.gcd(other.count)).multiply(other.count);
        return new Fraction(expanded(common).add(other.expanded(common)), common);
    }

    private BigDecimal expanded(BigInteger to) {
        return sum.multiply(new BigDecimal(to.divide(count)));
    }

    private int compare(Fraction other) {
        return sum.multiply(new BigDecimal(other.count)).compareTo(other.sum.multiply(new BigDecimal(count)));
    }
}
