package io.citytwin.examples.milan;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.spi.Console;
import io.citytwin.core.sync.CityPhase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The demo as a process that somebody kills. What it is doing stands in a file, where it outlives the process. */
final class KilledDemo {

    /** Where a killed process was. */
    enum Place {
        STARTING(0),
        MIGRATION(1),
        INGEST(2),
        EVALUATE(3),
        SNAPSHOT(4),
        COMMIT(5),
        SEND(6);

        private final byte code;

        /** In the second byte of the file it says that somebody waits for this place. */
        byte code() {
            return code;
        }

        Place(int code) {
            this.code = (byte) code;
        }

        static Place of(byte code) {
            return Stream.of(values())
                    .filter(place -> place.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }

    static final String OUTCOME = "outcome.txt";
    static final String PAGE = "page.html";
    static final String JOURNAL = "city.db";
    static final String KEYS = "city.db.keys";
    static final String PLACE = "place";
    static final String DAYS = "3";
    private static final long A_WHILE = TimeUnit.MILLISECONDS.toNanos(2);

    private KilledDemo() {}

    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        try (FileChannel file = FileChannel.open(
                folder.resolve(PLACE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer place = file.map(FileChannel.MapMode.READ_WRITE, 0, 2);
            mark(place, Place.MIGRATION);
            SqliteJournal.builder()
                    .file(folder.resolve(JOURNAL))
                    .keys(folder.resolve(KEYS))
                    .build()
                    .close();
            mark(place, Place.STARTING);
            play(folder, phase -> mark(place, place(phase)));
        }
    }

    private static void play(Path folder, Consumer<CityPhase> watcher) throws IOException {
        Path told = folder.resolve(OUTCOME + ".part");
        Path messages = folder.resolve("messages.txt");
        try (PrintWriter out = new PrintWriter(told.toFile(), StandardCharsets.UTF_8);
                PrintWriter err = new PrintWriter(messages.toFile(), StandardCharsets.UTF_8)) {
            new DemoTool(watcher)
                    .run(
                            List.of("--days", DAYS, "--journal", JOURNAL, "--report", PAGE),
                            new Console(out, err, folder));
        }
        Files.move(told, folder.resolve(OUTCOME));
    }

    private static void mark(MappedByteBuffer file, Place place) {
        file.put(0, place.code);
        if (place == Place.SEND && file.get(1) == place.code) {
            // It is over before anybody who waits for it can see it.
            LockSupport.parkNanos(A_WHILE);
        }
    }

    private static Place place(CityPhase phase) {
        return Place.valueOf(phase.name());
    }
}
