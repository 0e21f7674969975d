package io.citytwin.rules.verify;

import java.util.Comparator;

/**
 * Something that rules order of a kind of asset. Immutable.
 *
 * @param kind ban or setting
 * @param assetType such as {@code Vehicle}
 * @param what the forbidden act, or the property that devices are asked to take
 */
public record BacktestMeasure(Kind kind, String assetType, String what) implements Comparable<BacktestMeasure> {

    private static final Comparator<BacktestMeasure> ORDER = Comparator.comparing(BacktestMeasure::kind)
            .thenComparing(BacktestMeasure::assetType)
            .thenComparing(BacktestMeasure::what);

    /** How it works. */
    public enum Kind {
        /** An act is forbidden. */
        BAN,
        /** Devices are asked to take a value. */
        SETTING
    }

    @Override
    public int compareTo(BacktestMeasure other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind == Kind.BAN ? assetType + " may not " + what : assetType + " is set: " + what;
    }
}
