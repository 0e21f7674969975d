package io.citytwin.adapter.ocpp;

import java.math.BigDecimal;

/**
 * How the share of its power that a connector may give is written for stations. Immutable.
 *
 * @param amperes whether in A for each phase; otherwise in W
 * @param voltage of a phase, in V; for A only
 * @param phases how many; for A only
 * @param wholeStation whether it bounds a station that has one plug as a whole, so that no profile of a session is above it
 */
public record OutputLimit(boolean amperes, int voltage, int phases, boolean wholeStation) {

    /** In W, as default of all sessions of a connector. */
    public static final OutputLimit WATTS = new OutputLimit(false, 230, 3, false);

    /**
     * In A for each phase.
     *
     * @param voltage of a phase, in V
     * @param phases one, two or three
     * @return the form
     */
    public static OutputLimit amperes(int voltage, int phases) {
        return new OutputLimit(true, voltage, phases, false);
    }

    /**
     * The same, for stations that have one plug and are bounded as a whole.
     *
     * @return a copy
     */
    public OutputLimit ofWholeStation() {
        return new OutputLimit(amperes, voltage, phases, true);
    }

    /**
     * What a power is in this form.
     *
     * @param watts in W
     * @return in W or A, with at most one decimal, never more than the power
     */
    public BigDecimal of(BigDecimal watts) {
        BigDecimal limit = amperes
                ? watts.divide(BigDecimal.valueOf((long) voltage * phases), 1, java.math.RoundingMode.FLOOR)
                : watts.setScale(1, java.math.RoundingMode.FLOOR);
        return limit.signum() == 0 ? BigDecimal.ZERO : limit;
    }
}
