package io.citytwin.core.sync;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two lamp posts and a gate under a virtual clock, from midnight. */
final class SmallTown {

    static final Instant MIDNIGHT = Instant.parse("2024-01-10T00:00:00Z");
    static final TwinId LAMP = TwinId.of("town:lamp-1");
    static final TwinId OTHER_LAMP = TwinId.of("town:lamp-2");
    static final TwinId GATE = TwinId.of("town:gate-1");

    final TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
    final MemoryJournal journal = new MemoryJournal();
    final PlannedGovernor governor = new PlannedGovernor();
    final FakeDevices devices = new FakeDevices("fake");

    SmallTown() {
        AssetTypes types = graph.types();
        graph.put(
                List.of(
                        types.twin("town:lamp-1", "LampPost").with("ratedPower", "70"),
                        types.twin("town:lamp-2", "LampPost"),
                        types.twin("town:gate-1", "Gate")),
                MIDNIGHT);
    }

    CityTwinBuilder builder() {
        return CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(MIDNIGHT))
                .adapter(devices)
                .governor(governor)
                .journal(journal);
    }

    CityTwin started() {
        CityTwin city = builder().build();
        city.start();
        return city;
    }

    static Instant minute(long minutes) {
        return MIDNIGHT.plus(Duration.ofMinutes(minutes));
    }

    static Directive dim(String id, TwinId lamp, long percent, Instant at) {
        return PlannedGovernor.claim(id, lamp, "dimming", Quantity.of(percent, Unit.PERCENT), at);
    }

    static Observation seen(TwinId twin, String property, Value value, Instant received) {
        return new Observation(twin, property, Optional.of(value), received, received, "station", Quality.GOOD);
    }

    static Observation power(long watts, Instant received) {
        return seen(LAMP, "power", Quantity.of(watts, Unit.WATT), received);
    }
}
