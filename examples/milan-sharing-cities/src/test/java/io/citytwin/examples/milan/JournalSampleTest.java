package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.RegulationGovernor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's city with a journal. */
class JournalSampleTest {

    private static final Instant NOON = Instant.parse("2026-01-20T11:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aCityIsLeftAndGoesOn() {
        List<String> seen = new ArrayList<>();
        runForAQuarterOfAnHour(seen);
        runForAQuarterOfAnHour(seen);
        assertThat(seen).containsExactly("Optional[Ada Rossi]: A search.", "Optional[Ada Rossi]: A search.");
    }

    private void runForAQuarterOfAnHour(List<String> seen) {
        TwinId lamp = TwinId.of("it:lamp-1");
        // tag::journal[]
        try (Journal journal = SqliteJournal.builder()
                        .file(folder.resolve("city.db"))
                        .keys(folder.resolve("keys"))
                        .build();
                RegulationEngine engine = RegulationEngine.builder().build()) {
            RegulationGovernor governor = RegulationGovernor.of(engine);
            CityTwin city = CityTwin.builder()
                    .graph(town())
                    .clock(new VirtualClock(NOON))
                    .governor(governor)
                    .adapter(SimulatedAdapter.builder().build())
                    .journal(journal)
                    .build();
            city.start(); // goes on where the journal ends, if an earlier run has begun it
            if (city.resumedFrom().isEmpty()) {
                Optional<Value> bright = Optional.of(Quantity.of(100, Unit.PERCENT));
                Instant until = NOON.plusSeconds(3600);
                city.accept(new Input.Overridden(lamp, "dimming", bright, "Ada Rossi", "A search.", until, NOON));
            }
            city.advanceTo(city.now().plusSeconds(900));
            // Who wanted this lamp to be so bright?
            governor.ledger()
                    .at(new ActuatorId(lamp, "dimming"), city.now())
                    .flatMap(entry -> entry.award())
                    .ifPresent(award -> seen.add(
                            award.winner().person() + ": " + award.winner().reason()));
            city.health().alarms().forEach(alarm -> seen.add(alarm.text()));
            city.close();
        }
        // end::journal[]
    }

    private static TwinGraph town() {
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types, Journal.forgetful());
        graph.put(List.of(types.twin("it:lamp-1", "LampPost")), NOON);
        return graph;
    }
}
