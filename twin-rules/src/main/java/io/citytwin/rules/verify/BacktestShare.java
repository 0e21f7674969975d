package io.citytwin.rules.verify;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a measure did to twins that no rule can tell apart, over the whole time. Immutable.
 *
 * @param measure which measure
 * @param values what rules see of each of them
 * @param twins how many they are
 * @param twinMinutes minutes times twins in which it held
 * @param shiftMinutes resting value minus asked value, times minutes and twins
 */
public record BacktestShare(
        BacktestMeasure measure,
        SortedMap<String, String> values,
        long twins,
        long twinMinutes,
        BigDecimal shiftMinutes) {

    /** Copies the map. */
    public BacktestShare {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
