package io.citytwin.rules.internal.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Numbers that stand for all others, as far as some cuts tell them apart. Safe for use by many threads. */
final class NumbersTried {

    private NumbersTried() {}

    /** All that it can be, or so many that they are too many to try. */
    static IntStream wholeNumbers(Scene.UnknownCell unknown) {
        int least = Math.max(unknown.least(), 0);
        return IntStream.rangeClosed(least, Math.min(unknown.most(), least + Completions.MOST));
    }

    /**
     * The cuts, and between and beyond them so many numbers that as many unknown ones can stand there in any order; or
     * every so many-th of these.
     */
    static List<Object> spread(NavigableSet<BigDecimal> cuts, int numbers, int step) {
        TreeSet<BigDecimal> tried = new TreeSet<>(cuts);
        BigDecimal parts = BigDecimal.valueOf(2L * Integer.highestOneBit(numbers));
        BigDecimal first = cuts.isEmpty() ? BigDecimal.ZERO : cuts.first();
        for (int index = step; index <= numbers; index += step) {
            BigDecimal number = BigDecimal.valueOf(index);
            tried.add(first.subtract(number));
            if (!cuts.isEmpty()) {
                tried.add(cuts.last().add(number));
            }
            for (BigDecimal cut : cuts) {
                BigDecimal next = cuts.higher(cut);
                if (next != null) {
                    tried.add(next.subtract(cut).multiply(number).divide(parts).add(cut));
                }
            }
        }
        return List.copyOf(tried);
    }

    /** Around each cut, and both ends: between two cuts all numbers of days compare alike. */
    static List<Object> wholeDays(Scene.UnknownCell unknown, SortedSet<BigDecimal> cuts) {
        TreeSet<BigDecimal> tried = new TreeSet<>();
        BigDecimal least = BigDecimal.valueOf(unknown.least());
        BigDecimal most = BigDecimal.valueOf(unknown.most());
        tried.add(least);
        tried.add(most);
        for (BigDecimal cut : cuts) {
            BigDecimal floor = cut.setScale(0, RoundingMode.FLOOR);
            for (int step = -1; step <= 1; step++) {
                tried.add(floor.add(BigDecimal.valueOf(step)).max(least).min(most));
            }
        }
        return List.copyOf(tried);
    }
}
