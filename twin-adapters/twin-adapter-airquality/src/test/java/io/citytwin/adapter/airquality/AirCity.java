package io.citytwin.adapter.airquality;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A city in virtual time with stations. For one thread at a time. */
final class AirCity implements AutoCloseable {

    final CityTwin city;
    private final Journal journal;

    AirCity(Instant start, DeviceAdapter adapter, String... stations) {
        this(start, new MemoryJournal(), adapter, stations);
    }

    AirCity(Instant start, Journal journal, DeviceAdapter adapter, String... stations) {
        this.journal = journal;
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types);
        List<Twin> twins =
                Stream.of(stations).map(id -> types.twin(id, "AirStation")).toList();
        graph.put(twins, start);
        city = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(start))
                .adapter(adapter)
                .journal(journal)
                .step(Duration.ofMinutes(1))
                .build();
        city.start();
    }

    AirCity pass(Duration time) {
        city.advanceTo(city.now().plus(time));
        return this;
    }

    /** Such as {@code 41.5 ug/m3 GOOD}. */
    String now(String twin, String property) {
        Observation seen = Objects.requireNonNull(
                city.graph().find(TwinId.of(twin)).orElseThrow().observations().get(property), property);
        Quality quality = seen.quality();
        return seen.value().map(Object::toString).orElse("missing") + " " + quality;
    }

    /** Every observation in the journal. */
    List<String> kept() {
        List<String> kept = new ArrayList<>();
        journal.replay("inputs", 0, entry -> kept.add(entry.entry().payload()));
        return kept.stream().filter(text -> text.contains("\"Observed\"")).toList();
    }

    List<String> alarms() {
        return city.health().alarms().stream()
                .filter(alarm -> alarm.kind() == Alarm.Kind.ADAPTER)
                .map(Alarm::text)
                .toList();
    }

    @Override
    public void close() {
        city.close();
    }
}
