package io.citytwin.rules.internal.explain;

import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** How numbers go on from one to the next, as they are written. Immutable. */
final class Neighbours {

    private static final Set<Unit> COUNTED = EnumSet.of(Unit.ONE, Unit.DAYS, Unit.YEARS, Unit.STARS, Unit.INHABITANTS);

    private final int decimals;

    private Neighbours(int decimals) {
        this.decimals = decimals;
    }

    /** Whole numbers of what is counted; of what is measured at least one decimal, more if one of the numbers has more. */
    static Neighbours of(Unit unit, Iterable<BigDecimal> numbers) {
        int most = COUNTED.contains(unit) ? 0 : 1;
        for (BigDecimal number : numbers) {
            most = Math.max(most, number.stripTrailingZeros().scale());
        }
        return new Neighbours(most);
    }

    /** The smallest number beyond. */
    BigDecimal above(BigDecimal number) {
        return number.setScale(decimals, RoundingMode.FLOOR).add(BigDecimal.ONE.scaleByPowerOfTen(-decimals));
    }

    /** The largest number before. */
    BigDecimal below(BigDecimal number) {
        return number.setScale(decimals, RoundingMode.CEILING).subtract(BigDecimal.ONE.scaleByPowerOfTen(-decimals));
    }

    /** From a number up, the first number of each stretch that compares alike. */
    List<BigDecimal> up(BigDecimal from, NavigableSet<BigDecimal> cuts) {
        NavigableSet<BigDecimal> numbers = new TreeSet<>();
        for (BigDecimal cut : cuts.tailSet(from, true)) {
            numbers.add(cut);
            numbers.add(above(cut));
        }
        numbers.remove(from);
        return List.copyOf(numbers);
    }

    /** From a number down, the first number of each stretch that compares alike. */
    List<BigDecimal> down(BigDecimal from, NavigableSet<BigDecimal> cuts) {
        NavigableSet<BigDecimal> numbers = new TreeSet<>();
        for (BigDecimal cut : cuts.headSet(from, true)) {
            numbers.add(cut);
            numbers.add(below(cut));
        }
        numbers.remove(from);
        return List.copyOf(numbers.descendingSet());
    }

    /** One number of each stretch that compares alike. */
    List<BigDecimal> all(NavigableSet<BigDecimal> cuts) {
        List<BigDecimal> numbers = new ArrayList<>();
        if (!cuts.isEmpty()) {
            numbers.add(below(cuts.first()));
            numbers.add(cuts.first());
            numbers.addAll(up(cuts.first(), cuts));
        }
        return numbers;
    }
}
