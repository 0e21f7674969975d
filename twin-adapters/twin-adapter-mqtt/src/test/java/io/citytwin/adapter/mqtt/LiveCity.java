package io.citytwin.adapter.mqtt;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A city in real time whose lamps speak MQTT. */
final class LiveCity implements AutoCloseable {

    private final Queue<Directive> wishes = new ConcurrentLinkedQueue<>();
    private final Journal journal;
    private final CityTwin city;

    LiveCity(Journal journal, int lamps, DeviceAdapter... adapters) {
        this.journal = journal;
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
        SystemClock clock = new SystemClock();
        List<io.citytwin.core.model.Twin> twins = new ArrayList<>();
        for (int lamp = 1; lamp <= lamps; lamp++) {
            twins.add(AssetTypes.builtIn().twin("milano:lamp-" + lamp, "LampPost"));
        }
        graph.put(twins, clock.now());
        var builder = CityTwin.builder()
                .graph(graph)
                .clock(clock)
                .governor(new Wishes())
                .journal(journal)
                .step(Duration.ofSeconds(1))
                .retry(Duration.ofSeconds(2), 3);
        for (DeviceAdapter adapter : adapters) {
            builder.adapter(adapter);
        }
        city = builder.build();
        city.start();
    }

    CityTwin city() {
        return city;
    }

    void wish(Directive directive) {
        wishes.add(directive);
    }

    Optional<DirectiveRecord> directive(String id) {
        return city.directives().stream()
                .filter(record -> record.directive().id().equals(id))
                .findFirst();
    }

    /** The observations of a lamp, as they are kept. */
    List<String> kept(int lamp) {
        List<String> kept = new ArrayList<>();
        journal.replay(
                "inputs", "milano:lamp-" + lamp, entry -> kept.add(entry.entry().payload()));
        return kept.stream().filter(text -> text.contains("\"Observed\"")).toList();
    }

    List<String> alarms() {
        return city.health().alarms().stream()
                .filter(alarm -> alarm.kind() == Alarm.Kind.ADAPTER)
                .map(Alarm::text)
                .toList();
    }

    void connected() {
        until("a connection", () -> alarms().isEmpty());
    }

    static void until(String what, BooleanSupplier so) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
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
            for (Directive one = wishes.poll(); one != null; one = wishes.poll()) {
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
