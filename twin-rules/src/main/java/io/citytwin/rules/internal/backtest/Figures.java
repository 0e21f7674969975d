package io.citytwin.rules.internal.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers the same way everywhere. Immutable. */
final class Figures {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private Figures() {}

    /** With at most one decimal. */
    static String hours(long minutes) {
        return hours(BigDecimal.valueOf(minutes));
    }

    static String hours(BigDecimal minutes) {
        return plain(minutes.divide(HOUR, 1, RoundingMode.HALF_UP));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
