package io.citytwin.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ThousandDevicesTest {

    private static final TwinId LAMP = TwinId.of("town:lamppost-30");

    @Test
    void theSameSeedGivesTheSameBytesWhateverReadersDo() throws InterruptedException {
        String alone = run(2, 1, 0).hash();
        assertThat(run(2, 1, 1).hash()).isEqualTo(alone);
        assertThat(run(2, 1, 4).hash()).isEqualTo(alone);
        assertThat(run(2, 2, 0).hash()).isNotEqualTo(alone);
    }

    @Test
    void aThousandDevicesReportAFewTimesADay() throws InterruptedException {
        assertThat(run(14, 1, 0).count).isBetween(14 * 2_000L, 14 * 7_000L);
    }

    private static HashingJournal run(int days, long seed, int readers) throws InterruptedException {
        HashingJournal journal = new HashingJournal();
        TwinGraph graph = Town.graph();
        try (CityTwin city = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(Town.WINTER))
                .adapter(SimulatedAdapter.builder().seed(seed).build())
                .governor(new Claims())
                .journal(journal)
                .build()) {
            city.start();
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> threads = readers(readers, city, graph, over);
            for (int day = 1; day <= days; day++) {
                city.advanceTo(Town.WINTER.plus(Duration.ofDays(day)));
            }
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(city.health().deadLetters()).isEmpty();
            assertThat(city.directives())
                    .extracting(DirectiveRecord::state)
                    .containsOnly(DirectiveRecord.State.ACKNOWLEDGED);
        }
        return journal;
    }

    private static List<Thread> readers(int many, CityTwin city, TwinGraph graph, AtomicBoolean over) {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            Thread thread = new Thread(() -> {
                while (!over.get()) {
                    city.health();
                    graph.find(LAMP);
                    city.directives(LAMP);
                    Thread.onSpinWait();
                }
            });
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    /** Keeps only what tells two runs apart. */
    private static final class HashingJournal implements Journal {
        private final Hasher hasher = Hashing.sha256().newHasher();
        private long count;

        @Override
        public long append(List<Entry> batch, List<Mark> marks) {
            for (Entry entry : batch) {
                hasher.putString(entry.stream() + entry.key() + entry.payload(), StandardCharsets.UTF_8);
                count++;
            }
            return count;
        }

        String hash() {
            return hasher.hash().toString();
        }

        @Override
        public void replay(String stream, long after, Consumer<Numbered> reader) {}

        @Override
        public void replay(String stream, String key, Consumer<Numbered> reader) {}

        @Override
        public void replay(Set<String> streams, long after, Consumer<Numbered> reader) {}

        @Override
        public Optional<Marked> mark(String name) {
            return Optional.empty();
        }

        @Override
        public void forget(Set<String> streams, long upTo) {}

        @Override
        public void close() {}
    }
}
