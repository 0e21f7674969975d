package io.citytwin.adapter.airquality;

import io.citytwin.core.error.CityTwinException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets up an {@link AirQualityAdapter}. For one thread at a time. */
public final class AirQualityAdapterBuilder {

    private static final int LARGEST = 16 << 20;

    private final List<AirSource> sources = new ArrayList<>();
    private String name = "airquality";
    private AirSensors sensors = AirSensors.none();
    private Duration poll = Duration.ofMinutes(10);
    private Duration retry = Duration.ofSeconds(30);
    private Duration retryAtMost = Duration.ofHours(1);
    private Duration timeout = Duration.ofSeconds(30);
    private Duration silence = Duration.ofDays(5);
    private int largest = LARGEST;

    AirQualityAdapterBuilder() {}

    /**
     * Names the adapter; {@code airquality} if left out.
     *
     * @param word for observations, logs and health
     * @return this
     */
    public AirQualityAdapterBuilder name(String word) {
        name = word;
        return this;
    }

    /**
     * Adds a source.
     *
     * @param source a file or an address
     * @return this
     */
    public AirQualityAdapterBuilder source(AirSource source) {
        sources.add(source);
        return this;
    }

    /**
     * For feeds that speak of sensors.
     *
     * @param registry what each sensor measures
     * @return this
     */
    public AirQualityAdapterBuilder sensors(AirSensors registry) {
        sensors = registry;
        return this;
    }

    /**
     * How often each source is asked; ten minutes if left out.
     *
     * @param interval between two requests
     * @return this
     */
    public AirQualityAdapterBuilder poll(Duration interval) {
        poll = interval;
        return this;
    }

    /**
     * When a source that failed is asked again; half a minute, at most an hour, if left out.
     *
     * @param first after the first failure; doubled with each further one
     * @param atMost never later than this
     * @return this
     */
    public AirQualityAdapterBuilder retry(Duration first, Duration atMost) {
        retry = first;
        retryAtMost = atMost;
        return this;
    }

    /**
     * How long an answer may take with its whole body; half a minute if left out.
     *
     * @param limit from the request to the last byte
     * @return this
     */
    public AirQualityAdapterBuilder timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /**
     * How much a source may say at once; 16 MiB if left out.
     *
     * @param bytes of a file or an answer
     * @return this
     */
    public AirQualityAdapterBuilder largest(int bytes) {
        largest = bytes;
        return this;
    }

    /**
     * After how long a station is an alarm; five days if left out. The mean of a day counts from the day's first instant, and
     * who publishes on working days only is silent from Thursday to Monday.
     *
     * @param limit since the newest measurement
     * @return this
     */
    public AirQualityAdapterBuilder silence(Duration limit) {
        silence = limit;
        return this;
    }

    /**
     * The adapter.
     *
     * @return not started
     * @throws CityTwinException {@code A117} if something cannot be used
     */
    public AirQualityAdapter build() {
        boolean known = sources.stream().map(AirSource::feed).noneMatch(AirFeed::sensors)
                || !sensors.byCode().isEmpty();
        boolean lengths = Stream.of(poll, retry, retryAtMost, timeout, silence)
                .noneMatch(length -> length.isNegative() || length.isZero());
        long names = sources.stream().map(AirSource::name).distinct().count();
        if (sources.isEmpty() || names < sources.size() || largest < 1 || !lengths || !known) {
            throw new CityTwinException(
                    AirError.FEED,
                    "`" + name + "` has `" + sources.size() + "` sources of `" + names + "` names, `"
                            + sensors.byCode().size() + "` sensors and at most `" + largest + "` bytes.",
                    "Maybe give each source a name of its own, a registry to feeds of sensors, and no length below zero.");
        }
        return new AirQualityAdapter(
                new AirQualityConfig(name, sources, sensors, poll, retry, retryAtMost, timeout, largest, silence));
    }
}
