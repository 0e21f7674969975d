package io.citytwin.rules.internal.grammar;

import com.google.common.base.Splitter;
import io.citytwin.core.model.Unit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The unit of a product: how often each unit stands above the line, less how often below. Immutable.
 *
 * @param powers none of them 0
 */
record Measure(SortedMap<String, Integer> powers) {

    /** Of what has no unit, such as a quotient of like quantities. */
    static final Measure RATIO = new Measure(new TreeMap<>());

    Measure {
        powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
    }

    static Measure of(Unit unit) {
        if (unit == Unit.ONE) {
            return RATIO;
        }
        List<String> parts = Splitter.on('/').splitToList(unit.symbol());
        Measure measure = of(parts.get(0));
        return parts.size() == 1 ? measure : measure.over(of(parts.get(1)));
    }

    private static Measure of(String symbol) {
        return new Measure(new TreeMap<>(Map.of(symbol, 1)));
    }

    Measure times(Measure other) {
        return with(other, 1);
    }

    Measure over(Measure other) {
        return with(other, -1);
    }

    private Measure with(Measure other, int sign) {
        SortedMap<String, Integer> sum = new TreeMap<>(powers);
        other.powers.forEach((symbol, power) -> sum.merge(symbol, sign * power, Integer::sum));
        sum.values().removeIf(power -> power == 0);
        return new Measure(sum);
    }

    @Override
    public String toString() {
        return powers.isEmpty()
                ? Unit.ONE.symbol()
                : powers.entrySet().stream()
                        .map(power -> power.getValue() == 1 ? power.getKey() : power.getKey() + "^" + power.getValue())
                        .collect(Collectors.joining(" "));
    }
}
