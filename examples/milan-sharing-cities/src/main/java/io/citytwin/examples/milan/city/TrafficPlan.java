package io.citytwin.examples.milan.city;

import java.util.List;

/**
 * How many vehicles pass the gates, and when. Immutable.
 *
 * @param seed the same gives the same passages
 * @param passagesPerDay on a working day, about
 * @param weekendPercent how many of them on Saturdays and Sundays
 * @param byHour how many in each of the 24 hours, against the others
 */
public record TrafficPlan(long seed, int passagesPerDay, int weekendPercent, List<Integer> byHour) {

    /** Copies the hours. */
    public TrafficPlan {
        byHour = List.copyOf(byHour);
    }
}
