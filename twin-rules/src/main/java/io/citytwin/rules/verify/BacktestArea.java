package io.citytwin.rules.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An area under one version. Immutable.
 *
 * @param id of the area
 * @param name what people call it
 * @param days first to last
 * @param shares what measures did to whom, only those that held at some time
 * @param readings day to the value that the level looks at
 */
public record BacktestArea(
        TwinId id,
        String name,
        List<BacktestDay> days,
        List<BacktestShare> shares,
        SortedMap<LocalDate, Quantity> readings) {

    /** Copies the collections. */
    public BacktestArea {
        days = List.copyOf(days);
        shares = List.copyOf(shares);
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /**
     * How much of a measure there was on some days. Its twins are those of {@link #shares}, each once, if all days are
     * wanted.
     *
     * @param measure which one
     * @param wanted which days
     * @return the sum
     */
    public BacktestAmount sum(BacktestMeasure measure, Predicate<BacktestDay> wanted) {
        return days.stream()
                .filter(wanted)
                .map(day -> day.amount(measure))
                .reduce(BacktestAmount.NONE, BacktestAmount::plus);
    }

    /**
     * For how many twins a measure held at some time.
     *
     * @param measure which one
     * @return each twin once
     */
    public long affected(BacktestMeasure measure) {
        return shares.stream()
                .filter(share -> share.measure().equals(measure))
                .mapToLong(BacktestShare::twins)
                .sum();
    }
}
