package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.Watching;
import io.citytwin.adapter.airquality.internal.Watchings;
import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeviceAdapter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks agencies for the air of a city: files are read when they change, addresses when they say that something is new.
 * Stations take no directives. Safe for use by many threads.
 *
 * <p>A source that fails is asked again, later each time, and is an alarm meanwhile; so is a station without a new
 * measurement. What a validated source says corrects what a live one said of the same moment, never the other way round.
 * In virtual time a request holds the city up until it is answered.
 */
public final class AirQualityAdapter implements DeviceAdapter {

    private static final String STATION = "AirStation";

    private final AirQualityConfig config;
    private final List<AirMapper> mappers;
    private volatile @Nullable Watching running;

    AirQualityAdapter(AirQualityConfig config) {
        this.config = config;
        mappers = config.sources().stream()
                .map(source -> new AirMapper(config.name(), source.feed(), config.sensors()))
                .toList();
    }

    /**
     * Sets up an adapter.
     *
     * @return a builder
     */
    public static AirQualityAdapterBuilder builder() {
        return new AirQualityAdapterBuilder();
    }

    /**
     * What it does.
     *
     * @return its configuration
     */
    public AirQualityConfig config() {
        return config;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return twin.type().name().equals(STATION) && mappers.stream().anyMatch(mapper -> mapper.canSpeakOf(twin.id()));
    }

    @Override
    public void start(AdapterContext context) {
        running = Watchings.begin(config, mappers, context);
    }

    @Override
    public Optional<String> position() {
        return Optional.ofNullable(running).map(Watching::position);
    }

    @Override
    public List<AdapterProblem> health() {
        Watching now = running;
        return now == null ? List.of() : now.health();
    }

    @Override
    public void stop() {
        Watching now = running;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public String toString() {
        return "air quality `" + config.name() + "` with " + config.sources().size() + " sources";
    }
}
