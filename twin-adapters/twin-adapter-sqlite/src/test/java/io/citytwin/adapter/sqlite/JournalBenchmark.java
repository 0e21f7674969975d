package io.citytwin.adapter.sqlite;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast a journal is; asserts no time. `-Dcitytwin.entries=N` makes it longer. */
class JournalBenchmark {

    private static final int BATCH = 1000;
    private static final int KEYS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void writesAndReads() throws Exception {
        int entries = Integer.getInteger("citytwin.entries", 1_000_000);
        measure("plain", entries, Optional.empty());
        measure("personal", entries / 5, Optional.of(Instant.parse("2026-11-30T12:00:00Z")));
    }

    private void measure(String what, int entries, Optional<Instant> personal) throws Exception {
        Path file = folder.resolve(what + ".db");
        try (SqliteJournal journal =
                SqliteJournal.builder().file(file).keys(folder.resolve("keys")).build()) {
            Random random = new Random(1);
            long start = System.nanoTime();
            long nanos = 0;
            for (int done = 0; done < entries; done += BATCH) {
                List<Entry> batch = batch(random, personal);
                List<Mark> marks = List.of(new Mark("source/mqtt", "position " + done));
                start = System.nanoTime();
                journal.append(batch, marks);
                nanos += System.nanoTime() - start;
            }
            print(what + " append", entries, nanos);
            FiguresTool.print("  " + journal.statistics() + ", file " + Files.size(file) / entries + " bytes an entry");
            int[] read = new int[1];
            start = System.nanoTime();
            journal.replay(Set.of("twins", "inputs"), 0, entry -> read[0]++);
            print(what + " replay of all", read[0], System.nanoTime() - start);
            read[0] = 0;
            start = System.nanoTime();
            journal.replay("seldom", 0, entry -> read[0]++);
            print(what + " replay of a seldom stream", read[0], System.nanoTime() - start);
            start = System.nanoTime();
            for (int key = 0; key < 100; key++) {
                journal.replay("twins", "it.milano:vehicle-" + key, entry -> read[0]++);
            }
            print(what + " replay of a key", 100, System.nanoTime() - start);
            start = System.nanoTime();
            FiguresTool.print("  " + new JournalFolder(folder).verified(file));
            print(what + " verify", entries, System.nanoTime() - start);
            start = System.nanoTime();
            journal.forget(Set.of("inputs"), entries / 2);
            print(what + " forget", entries / 4, System.nanoTime() - start);
        }
    }

    private void print(String what, long count, long nanos) {
        FiguresTool.print(String.format(
                Locale.ROOT,
                "%-36s %,10d in %7.2f s, %,9d a second",
                what,
                count,
                nanos / 1e9,
                count * 1_000_000_000L / nanos));
    }

    private static List<Entry> batch(Random random, Optional<Instant> personal) {
        List<Entry> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            String stream = i == 0 ? "seldom" : i % 2 == 0 ? "inputs" : "twins";
            String key = "it.milano:vehicle-" + random.nextInt(KEYS);
            String payload = "{\"twin\":\"" + key + "\",\"property\":\"speed\",\"value\":" + random.nextInt()
                    + ",\"unit\":\"km/h\",\"measuredAt\":\"2026-11-30T12:00:00Z\",\"source\":\"mqtt\"}";
            batch.add(new Entry(stream, key, 1, payload, personal));
        }
        return batch;
    }
}
