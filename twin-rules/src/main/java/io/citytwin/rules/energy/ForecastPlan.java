package io.citytwin.rules.energy;

import io.citytwin.core.time.CivilCalendar;
import java.math.BigDecimal;

/**
 * How a {@link LoadForecast} works. Numbers outside their range count as the nearest one inside. Immutable.
 *
 * @param calendar whose civil quarters and holidays count
 * @param days of how many days of the same type the mean is taken, 1 or more
 * @param decay which part of the last deviation from that mean is still expected a quarter later, 0 to 1
 * @param horizon how many quarters are told ahead, 1 or more
 * @param coverage which part of all quarters should stay below the upper end, and which above the lower one, 0.5 to 1
 * @param firstMargin what is added and taken off as long as too few errors are known, as a part of what is expected, 0 or more
 */
public record ForecastPlan(
        CivilCalendar calendar, int days, BigDecimal decay, int horizon, BigDecimal coverage, BigDecimal firstMargin) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Brings the numbers into their ranges. */
    public ForecastPlan {
        days = Math.max(1, days);
        horizon = Math.max(1, horizon);
        decay = decay.max(BigDecimal.ZERO).min(BigDecimal.ONE);
        coverage = coverage.max(HALF).min(BigDecimal.ONE);
        firstMargin = firstMargin.max(BigDecimal.ZERO);
    }

    /** The same, at most so far ahead. */
    ForecastPlan ahead(int quarters) {
        return new ForecastPlan(calendar, days, decay, Math.min(horizon, quarters), coverage, firstMargin);
    }

    /**
     * The usual plan: four days of the same type, 70 % of the last deviation a quarter later, an hour ahead, 95 % of all quarters
     * below the upper end, and 10 % before errors are known.
     *
     * @param calendar whose civil quarters and holidays count
     * @return a plan
     */
    public static ForecastPlan usual(CivilCalendar calendar) {
        return new ForecastPlan(calendar, 4, new BigDecimal("0.7"), 4, new BigDecimal("0.95"), new BigDecimal("0.1"));
    }
}
