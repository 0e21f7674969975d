package io.citytwin.adapter.sqlite;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What a child does: it appends numbered batches and prints each number, with the head, once it is acknowledged. */
final class Appending {

    static final String MARK = "batch";
    static final Instant MOMENT = Instant.parse("2026-11-15T12:00:00Z");

    private static final int MOST = 60;

    /** So often that kills meet it. */
    static final String OFTEN = "13";

    static final String NEVER = String.valueOf(Long.MAX_VALUE);

    private Appending() {}

    /**
     * Appends until it is killed, or until so many batches are there; then it ends without closing anything.
     *
     * @param words folder, number of the last batch, after how many batches it forgets some and empties the log
     */
    public static void main(String[] words) {
        JournalFolder folder = new JournalFolder(Path.of(words[0]));
        long end = Long.parseLong(words[1]);
        long forgets = Long.parseLong(words[2]);
        PrintStream out = Child.out();
        try {
            SqliteJournal journal = folder.open();
            // Nobody reads any more when the test itself was killed.
            for (long batch = last(journal) + 1; batch <= end && !out.checkError(); batch++) {
                journal.append(entries(batch), List.of(mark(batch)));
                out.println(batch + " " + journal.head());
                if (batch % forgets == 0) {
                    journal.forget(Set.of("forgotten"), journal.append(List.of()) / 2);
                }
            }
        } catch (CityTwinException failure) {
            out.println(failure.code().id());
        }
        Runtime.getRuntime().halt(0);
    }

    static Mark mark(long batch) {
        return new Mark(MARK, String.valueOf(batch), Optional.of(MOMENT));
    }

    static long last(SqliteJournal journal) {
        return journal.mark(MARK)
                .map(marked -> Long.parseLong(marked.mark().state()))
                .orElse(0L);
    }

    static List<Entry> entries(long batch) {
        Random random = new Random(batch);
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(MOST) + 1; i > 0; i--) {
            Optional<Instant> personal = random.nextInt(4) == 0 ? Optional.of(MOMENT) : Optional.empty();
            String stream = random.nextInt(3) == 0 ? "forgotten" : "kept";
            String payload = "batch " + batch + ", " + i + " " + "x".repeat(random.nextInt(300));
            entries.add(new Entry(stream, "key " + random.nextInt(9), 1, payload, personal));
        }
        return entries;
    }
}
