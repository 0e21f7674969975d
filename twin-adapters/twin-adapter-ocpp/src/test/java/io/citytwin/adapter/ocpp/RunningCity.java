package io.citytwin.adapter.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.SystemClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A real city with one central system. For one thread at a time. */
final class RunningCity implements AutoCloseable {

    static final OcppTemplate NAMES = OcppTemplate.of(
            "it.milano:connector-{identity}-{number}-{cable}",
            "it.milano:evse-{identity}-{number}",
            "it.milano:station-{identity}");

    private final Queue<Directive> asked = new ConcurrentLinkedQueue<>();
    private final SystemClock clock = new SystemClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OcppAdapter adapter;
    private final Journal journal;
    private final CityTwin city;

    RunningCity(OcppAdapter adapter, List<Twin> twins, Journal journal) {
        this.adapter = adapter;
        this.journal = journal;
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        graph.put(twins, clock.now());
        city = CityTwin.builder()
                .graph(graph)
                .clock(clock)
                .adapter(adapter)
                .governor(new Wishes())
                .journal(journal)
                .meters(meters)
                .step(Duration.ofSeconds(1))
                .retry(Duration.ofSeconds(20), 3)
                .build();
        city.start();
    }

    static String identity(int index) {
        return "CP-%03d".formatted(index);
    }

    static TwinId connector(int index) {
        return TwinId.of("it.milano:connector-" + identity(index) + "-1-1");
    }

    /** Stations with one connector of 22 kW each, called as the template says. */
    static List<Twin> stations(int many) {
        AssetTypes types = AssetTypes.builtIn();
        List<Twin> twins = new ArrayList<>();
        for (int index = 0; index < many; index++) {
            TwinId station = TwinId.of("it.milano:station-" + identity(index));
            TwinId evse = TwinId.of("it.milano:evse-" + identity(index) + "-1");
            twins.add(Twin.of(station, types.get("ChargingStation")));
            twins.add(Twin.of(evse, types.get("Evse")).with("station", station));
            twins.add(Twin.of(connector(index), types.get("Connector"))
                    .with("evse", evse)
                    .with("ratedPower", "22"));
        }
        return twins;
    }

    OcppAdapter adapter() {
        return adapter;
    }

    CityTwin city() {
        return city;
    }

    /** How often something was counted, such as {@code repeated}. */
    int counted(String what) {
        return (int) meters.get("citytwin.adapter.ocpp." + what).counter().count();
    }

    Instant now() {
        return clock.now();
    }

    /** Asks a connector for a share of its power, or no longer. */
    void wish(String id, TwinId connector, int percent, Directive.Kind kind) {
        Directive.Cause cause = new Directive.Cause("test/load", "The test asks for it.", clock.now());
        asked.add(new Directive(id, connector, "output", Quantity.of(percent, Unit.PERCENT), kind, cause, clock.now()));
    }

    /** All values of a property in the journal, as they are written there. */
    List<String> kept(TwinId twin, String property) {
        List<String> kept = new ArrayList<>();
        journal.replay("inputs", twin.toString(), entry -> {
            JsonNode payload = ChargePoint.read(entry.entry().payload());
            if (payload.path("kind").asText().equals("Observed")
                    && payload.path("property").asText().equals(property)) {
                kept.add(entry.entry().payload());
            }
        });
        return kept;
    }

    /** Everything that anybody can read of this city. */
    String everything() {
        StringBuilder all = new StringBuilder();
        journal.replay(
                Set.of("inputs", "directives", "refused"),
                0,
                entry -> all.append(entry.entry().key()).append(entry.entry().payload()));
        city.deadLetters().forEach(all::append);
        return all.append(city.health().json()).append(adapter.health()).toString();
    }

    static void until(String what, BooleanSupplier so) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(so::getAsBoolean);
    }

    @Override
    public void close() {
        city.close();
    }

    private final class Wishes implements Governor {

        @Override
        public void accept(Input input) {
            // decides nothing
        }

        @Override
        public List<Directive> step(Instant moment) {
            List<Directive> now = new ArrayList<>();
            for (Directive one = asked.poll(); one != null; one = asked.poll()) {
                now.add(one);
            }
            return now;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
