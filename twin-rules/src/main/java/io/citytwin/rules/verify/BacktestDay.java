package io.citytwin.rules.verify;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A day of an area under one version. Immutable.
 *
 * @param date the day
 * @param state of the level
 * @param held whether what was unknown kept the level from being decided
 * @param amounts of each measure that held or might have held
 */
public record BacktestDay(
        LocalDate date, String state, boolean held, SortedMap<BacktestMeasure, BacktestAmount> amounts) {

    /** Copies the map. */
    public BacktestDay {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /**
     * How much of a measure there was.
     *
     * @param measure which one
     * @return nothing if it did not hold
     */
    public BacktestAmount amount(BacktestMeasure measure) {
        return amounts.getOrDefault(measure, BacktestAmount.NONE);
    }

    /**
     * Whether the same holds on both days.
     *
     * @param other the same day under another version
     * @return true if state and measures are equal, whenever directives were issued
     */
    public boolean holdsLike(BacktestDay other) {
        return state.equals(other.state)
                && Stream.of(amounts, other.amounts)
                        .flatMap(some -> some.keySet().stream())
                        .allMatch(measure -> amount(measure).holdsLike(other.amount(measure)));
    }
}
