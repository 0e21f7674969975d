package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.spi.Journal;
import io.citytwin.examples.milan.KilledDemo.Place;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs of the demo with its journal that are killed with SIGKILL, and what comes out of them. For one thread at a time. */
final class Kills {

    private static final Set<String> STREAMS =
            Set.of("inputs", "directives", "refused", "ledger", "levels", "passages");

    private static final int SOON = 3_000_000;
    private static final List<Place> PLACES = List.of(Place.values());

    private final Path folder;
    private final Random random;
    private final Map<Place, Integer> kills = new EnumMap<>(Place.class);

    Kills(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** How many processes were killed, by where they were. */
    Map<Place, Integer> byPlace() {
        return kills;
    }

    int all() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were killed in the place where fewest were. */
    int fewest() {
        return PLACES.stream()
                .mapToInt(place -> kills.getOrDefault(place, 0))
                .min()
                .orElse(0);
    }

    /** What comes out: what was printed, the page, and all that the journal tells. */
    record Outcome(String text, String page, List<String> entries) {}

    Outcome undisturbed() throws IOException, InterruptedException {
        Path at = Files.createDirectory(folder.resolve("undisturbed"));
        assertThat(start(at).waitFor()).isZero();
        return outcome(at);
    }

    /** A run in which some processes are killed, the first one in a certain place, before one comes to the end. */
    Outcome killed(String name, int times, int turn) throws IOException, InterruptedException {
        Path at = Files.createDirectory(folder.resolve(name));
        for (int kill = 0; kill < times; kill++) {
            kill(at, kill == 0 ? Place.MIGRATION : PLACES.get((kill + turn) % PLACES.size()));
        }
        Files.deleteIfExists(at.resolve(KilledDemo.OUTCOME));
        assertThat(start(at).waitFor()).isZero();
        return outcome(at);
    }

    /** Kills a process after some time, when it is where it should be, if it comes there in time. */
    private void kill(Path at, Place wanted) throws IOException, InterruptedException {
        Files.deleteIfExists(at.resolve(KilledDemo.PLACE));
        Process demo = start(at);
        try (FileChannel file = FileChannel.open(
                at.resolve(KilledDemo.PLACE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer place = file.map(FileChannel.MapMode.READ_WRITE, 0, 2);
            place.put(1, wanted.code());
            int left = 1 + random.nextInt(most(wanted));
            Place before = Place.STARTING;
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (left > 0 && demo.isAlive() && System.nanoTime() < patience) {
                Place now = Place.of(place.get(0));
                if (now == wanted && before != wanted) {
                    left--;
                }
                before = now;
                Thread.onSpinWait();
            }
            spin(random.nextInt(SOON));
            boolean alive = demo.isAlive();
            demo.destroyForcibly().waitFor();
            if (alive) {
                kills.merge(Place.of(place.get(0)), 1, Integer::sum);
            }
        }
    }

    /** Not always at the very beginning of a place. */
    private static void spin(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Most places are met once in each step, some once a day or once at all. */
    private static int most(Place place) {
        return switch (place) {
            case STARTING, MIGRATION, SNAPSHOT -> 1;
            default -> 12;
        };
    }

    private static Process start(Path at) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDemo.class.getName(),
                        at.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        at.resolve("console.txt").toFile()))
                .start();
    }

    private static Outcome outcome(Path at) throws IOException {
        List<String> entries = new ArrayList<>();
        try (Journal journal = SqliteJournal.builder()
                .file(at.resolve(KilledDemo.JOURNAL))
                .keys(at.resolve(KilledDemo.KEYS))
                .build()) {
            journal.replay(
                    STREAMS,
                    0,
                    kept -> entries.add(String.join(
                            " ",
                            kept.entry().stream(),
                            kept.entry().key(),
                            kept.entry().payload())));
        }
        return new Outcome(
                Files.readString(at.resolve(KilledDemo.OUTCOME)),
                Files.readString(at.resolve(KilledDemo.PAGE)),
                entries);
    }

    /** Two journals are long: one line says enough. */
    static String firstDifference(List<String> some, List<String> others) {
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            String one = i < some.size() ? some.get(i) : "nothing";
            String other = i < others.size() ? others.get(i) : "nothing";
            if (!one.equals(other)) {
                return i + ": " + one + "\n instead of " + other;
            }
        }
        return "";
    }
}
