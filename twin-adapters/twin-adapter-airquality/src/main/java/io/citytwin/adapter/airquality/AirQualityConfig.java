package io.citytwin.adapter.airquality;

import java.time.Duration;
import java.util.List;

/**
 * What an {@link AirQualityAdapter} does. Immutable.
 *
 * @param name of the adapter, and so the source of all its observations: what a validated source says corrects what a live
 *     one said
 * @param sources at least one, with different names
 * @param sensors what each sensor measures, if a feed speaks of sensors
 * @param poll how often each source is asked
 * @param retry how long after the first failure it is asked again; after each further one twice as long
 * @param retryAtMost the longest time between two attempts
 * @param timeout how long an answer may take, with its whole body
 * @param largest how many bytes an answer or a file may have
 * @param silence after how long without a newer measurement a station is an alarm
 */
public record AirQualityConfig(
        String name,
        List<AirSource> sources,
        AirSensors sensors,
        Duration poll,
        Duration retry,
        Duration retryAtMost,
        Duration timeout,
        int largest,
        Duration silence) {

    /** Copies the list. */
    public AirQualityConfig {
        sources = List.copyOf(sources);
    }
}
