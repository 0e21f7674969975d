package io.citytwin.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that take their safe value when nobody renews, and that are what they were after a restart. */
class SimulatedLeaseTest {

    private static final Instant START = Instant.parse("2026-01-20T00:00:00Z");
    private static final TwinId CONNECTOR = TwinId.of("town:connector");

    @Test
    void aDeviceThatHearsNothingTakesItsSafeValueAtTheEndOfItsLease() {
        SimulatedAdapter adapter = SimulatedAdapter.builder().build();
        TwinGraph graph = graph();
        try (CityTwin city = city(graph, adapter, new PlannedDirectives(), new MemoryJournal())) {
            Directive most = output("d1", 80, minute(0));
            adapter.command(most, new Lease(minute(10)));
            city.advanceTo(minute(5));
            assertThat(shown(graph)).contains(percent(80));
            adapter.command(most, new Lease(minute(20)));
            city.advanceTo(minute(20).minusSeconds(1));
            assertThat(shown(graph)).contains(percent(80));
            city.advanceTo(minute(20));
            assertThat(shown(graph)).contains(percent(50));
            adapter.command(most, new Lease(minute(40)));
            city.advanceTo(minute(30));
            assertThat(shown(graph)).contains(percent(80));
        }
    }

    @Test
    void aCityThatLivesRenewsInTime() {
        TwinGraph graph = graph();
        PlannedDirectives plan = new PlannedDirectives().at(minute(15), output("d1", 80, minute(15)));
        try (CityTwin city = city(graph, SimulatedAdapter.builder().build(), plan, new MemoryJournal())) {
            city.advanceTo(minute(600));
            assertThat(shown(graph)).contains(percent(80));
            assertThat(city.health().leasesUnkept()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 61, 300, 719, 1445})
    void afterARestartDevicesAreWhatTheyWere(int cut) {
        MemoryJournal undisturbed = new MemoryJournal();
        try (CityTwin city = city(graph(), SimulatedAdapter.builder().build(), plan(), undisturbed)) {
            city.advanceTo(minute(3000));
        }
        MemoryJournal journal = new MemoryJournal();
        city(graph(), SimulatedAdapter.builder().build(), plan(), journal).advanceTo(minute(cut));
        try (CityTwin again = city(graph(), SimulatedAdapter.builder().build(), plan(), journal)) {
            again.advanceTo(minute(3000));
        }
        assertThat(observed(journal)).hasSizeGreaterThan(50).isEqualTo(observed(undisturbed));
    }

    private static PlannedDirectives plan() {
        return new PlannedDirectives()
                .at(minute(15), output("d1", 30, minute(15)))
                .at(minute(60), output("d2", 70, minute(60)))
                .at(minute(720), output("d3", 20, minute(720)));
    }

    private static List<String> observed(Journal journal) {
        List<String> payloads = new ArrayList<>();
        journal.replay(
                "inputs",
                0,
                kept -> payloads.add(kept.entry().key() + " " + kept.entry().payload()));
        return payloads;
    }

    private static Optional<Value> shown(TwinGraph graph) {
        return graph.reading(CONNECTOR, "output").flatMap(TwinGraph.Reading::value);
    }

    private static Directive output(String id, long percent, Instant at) {
        return PlannedDirectives.directive(id, CONNECTOR, "output", percent(percent), at);
    }

    private static Quantity percent(long share) {
        return Quantity.of(share, Unit.PERCENT);
    }

    private static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static TwinGraph graph() {
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types, Journal.forgetful());
        graph.put(
                List.of(
                        types.twin("town:point", "Evse"),
                        types.twin("town:connector", "Connector").withAll("evse=town:point ratedPower=22")),
                START);
        return graph;
    }

    private static CityTwin city(
            TwinGraph graph, SimulatedAdapter adapter, PlannedDirectives plan, MemoryJournal journal) {
        CityTwin city = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(START))
                .adapter(adapter)
                .governor(plan)
                .journal(journal)
                .build();
        city.start();
        return city;
    }
}
