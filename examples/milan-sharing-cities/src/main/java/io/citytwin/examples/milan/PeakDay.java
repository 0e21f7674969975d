package io.citytwin.examples.milan;

import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.Period;
import java.time.Duration;
import java.time.Instant;

/**
 * Plays days of a city's devices in virtual time, in steps of a quarter of an hour, so that a district can be seen to keep to its
 * power. The same city, seed and days always give the same outcome. For one thread at a time.
 */
final class PeakDay implements AutoCloseable {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Duration STEP = Duration.ofMinutes(15);

    private final Period period;
    private final CityTwin twins;

    /**
     * A city before its first day.
     *
     * @param city its devices are simulated
     * @param seed of their chance
     * @param period the days that are played
     * @param governor decides what devices are asked; closed with this
     */
    PeakDay(City city, long seed, Period period, Governor governor) {
        this.period = period;
        Instant start = CALENDAR.startOf(period.from());
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
        graph.put(city.twins(), start);
        twins = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(start))
                .adapter(SimulatedAdapter.builder().seed(seed).build())
                .governor(governor)
                .journal(Journal.forgetful())
                .step(STEP)
                .build();
    }

    /** The district of the demo that passes its limit on a winter evening if nobody sees to it. */
    static TwinId district() {
        return TwinId.of("it.milano:district-porta-romana");
    }

    void play() {
        twins.start();
        twins.advanceTo(CALENDAR.startOf(period.to().plusDays(1)));
    }

    CityTwin twins() {
        return twins;
    }

    @Override
    public void close() {
        twins.close();
    }
}
