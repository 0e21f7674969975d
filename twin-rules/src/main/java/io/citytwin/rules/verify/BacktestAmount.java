package io.citytwin.rules.verify;

import java.math.BigDecimal;

/**
 * How much of a measure there was in some time. Immutable.
 *
 * @param minutes in which it held for anybody
 * @param twins for how many it held at some time
 * @param twinMinutes minutes times twins
 * @param unknownMinutes minutes times twins in which what is unknown would decide
 * @param directives what devices were asked for, returns to rest included
 * @param shiftMinutes resting value minus asked value, times minutes and twins; zero if these are no numbers
 */
public record BacktestAmount(
        long minutes, long twins, long twinMinutes, long unknownMinutes, long directives, BigDecimal shiftMinutes) {

    /** Nothing. */
    public static final BacktestAmount NONE = new BacktestAmount(0, 0, 0, 0, 0, BigDecimal.ZERO);

    /** Strips trailing zeros, so that equal amounts are equal. */
    public BacktestAmount {
        shiftMinutes = shiftMinutes.signum() == 0 ? BigDecimal.ZERO : shiftMinutes.stripTrailingZeros();
    }

    /**
     * Both amounts. The twins are added as well: of one day they are different ones, of several days maybe the same.
     *
     * @param other another amount
     * @return the sum
     */
    public BacktestAmount plus(BacktestAmount other) {
        return new BacktestAmount(
                minutes + other.minutes,
                twins + other.twins,
                twinMinutes + other.twinMinutes,
                unknownMinutes + other.unknownMinutes,
                directives + other.directives,
                shiftMinutes.add(other.shiftMinutes));
    }

    /**
     * Whether both held alike, whenever devices were asked for it.
     *
     * @param other another amount
     * @return true if all but the directives is equal
     */
    public boolean holdsLike(BacktestAmount other) {
        return minutes == other.minutes
                && twins == other.twins
                && twinMinutes == other.twinMinutes
                && unknownMinutes == other.unknownMinutes
                && shiftMinutes.compareTo(other.shiftMinutes) == 0;
    }
}
