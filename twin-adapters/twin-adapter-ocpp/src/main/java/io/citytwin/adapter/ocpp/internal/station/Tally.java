package io.citytwin.adapter.ocpp.internal.station;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What is counted. Safe for use by many threads.
 *
 * @param calls of stations
 * @param repeated calls that came again
 * @param unexpected answers that nobody waited for
 * @param refused connections that were not let in
 * @param letters what could not be used
 */
public record Tally(Counter calls, Counter repeated, Counter unexpected, Counter refused, Counter letters) {

    private static final String PREFIX = "citytwin.adapter.ocpp.";

    /**
     * Counts in a registry.
     *
     * @param meters the city's
     * @param adapter the adapter's name
     * @return begins with what was counted there before
     */
    public static Tally in(MeterRegistry meters, String adapter) {
        return new Tally(
                meters.counter(PREFIX + "calls", "adapter", adapter),
                meters.counter(PREFIX + "repeated", "adapter", adapter),
                meters.counter(PREFIX + "unexpected", "adapter", adapter),
                meters.counter(PREFIX + "refused", "adapter", adapter),
                meters.counter(PREFIX + "letters", "adapter", adapter));
    }
}
