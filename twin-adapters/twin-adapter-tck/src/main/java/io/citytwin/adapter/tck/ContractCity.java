package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A real city with one adapter, over a journal in memory. For one thread at a time. */
final class ContractCity implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MINUTES = 24 * 60;

    private final Wishes wishes = new Wishes();
    private final DeviceAdapter adapter;
    private final CityClock clock;
    private final Journal journal;
    private final CityTwin city;

    ContractCity(Peer peer) {
        this(peer, new MemoryJournal());
    }

    ContractCity(Peer peer, Journal journal) {
        this.journal = journal;
        clock = peer.clock();
        adapter = peer.adapter();
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        graph.put(peer.twins(), clock.now());
        city = CityTwin.builder()
                .graph(graph)
                .clock(clock)
                .adapter(adapter)
                .governor(wishes)
                .journal(journal)
                .step(Duration.ofSeconds(1))
                .retry(Duration.ofSeconds(3), 3)
                .build();
        city.start();
    }

    DeviceAdapter adapter() {
        return adapter;
    }

    CityTwin city() {
        return city;
    }

    Instant now() {
        return clock.now();
    }

    /** A whole second that is over. */
    Instant lately(int secondsAgo) {
        return Instant.ofEpochSecond(clock.now().getEpochSecond() - secondsAgo);
    }

    void wish(Directive directive) {
        wishes.asked.add(directive);
    }

    /** What became of a directive; empty before the step that issues it ended. */
    Optional<DirectiveRecord> directive(String id) {
        return city.directives().stream()
                .filter(record -> record.directive().id().equals(id))
                .findFirst();
    }

    /** All observations in the journal, as they are kept. */
    List<String> kept(TwinId twin) {
        List<String> kept = new ArrayList<>();
        journal.replay(
                "inputs", twin.toString(), entry -> kept.add(entry.entry().payload()));
        return kept.stream().filter(text -> text.contains("\"Observed\"")).toList();
    }

    /** Everything that anybody can read of this city. */
    String everything() {
        StringBuilder all = new StringBuilder();
        journal.replay(
                Set.of("inputs", "directives", "refused"),
                0,
                entry -> all.append(entry.entry().key()).append(entry.entry().payload()));
        city.deadLetters().forEach(letter -> all.append(letter));
        city.health().alarms().forEach(alarm -> all.append(alarm));
        return all.append(city.health().json())
                .append(adapter)
                .append(adapter.health())
                .toString();
    }

    List<DeadLetter> letters() {
        return city.deadLetters();
    }

    boolean hasAlarm() {
        return city.health().alarms().stream().anyMatch(alarm -> alarm.kind() == Alarm.Kind.ADAPTER);
    }

    boolean holds(Observation told) {
        return city.graph()
                .reading(told.twin(), told.property())
                .filter(reading -> reading.value().equals(told.value())
                        && reading.measuredAt().equals(told.measuredAt()))
                .isPresent();
    }

    /** What the city heard in the place of what was told. */
    Observation observation(Observation told) {
        Map<String, Observation> heard =
                city.graph().find(told.twin()).orElseThrow().observations();
        return Objects.requireNonNull(heard.get(told.property()));
    }

    /** Waits, or lets the virtual time go on, until something is so. */
    void until(String what, BooleanSupplier so) {
        if (clock instanceof VirtualClock) {
            for (int minute = 0; minute < MINUTES && !so.getAsBoolean(); minute++) {
                city.advanceTo(city.now().plus(Duration.ofMinutes(1)));
            }
            assertThat(so.getAsBoolean()).as(what).isTrue();
        } else {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(so::getAsBoolean);
        }
    }

    @Override
    public void close() {
        city.close();
    }

    /** Asks for what the contract wants. */
    private static final class Wishes implements Governor {

        private final Queue<Directive> asked = new ConcurrentLinkedQueue<>();

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
