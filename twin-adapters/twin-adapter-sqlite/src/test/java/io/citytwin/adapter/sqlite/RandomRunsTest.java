package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Marked;
import io.citytwin.core.spi.Journal.Numbered;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done in whatever order, a journal holds what a list would, and its chain can be verified. */
class RandomRunsTest {

    private static final int STEPS = 120;
    private static final Set<String> STREAMS = Set.of("a", "b", "c");

    @TempDir
    private Path temp;

    private final List<Numbered> model = new ArrayList<>();
    private final Map<String, Marked> marks = new HashMap<>();
    private final Set<YearMonth> erased = new HashSet<>();
    private final List<String> heads = new ArrayList<>();
    private long last;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aJournalHoldsWhatAListWould(long seed) {
        JournalFolder folder = new JournalFolder(temp);
        Random random = new Random(seed);
        SqliteJournal journal = folder.open();
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(12)) {
                case 0 -> forget(journal, random);
                case 1 -> erase(journal, random);
                case 2 -> {
                    journal.close();
                    journal = folder.open();
                }
                default -> append(journal, random);
            }
            heads.add(journal.head());
            check(journal, random);
        }
        journal.close();
        folder.assertSound();
        String head = heads.get(random.nextInt(heads.size()));
        assertThat(folder.verified(head).headFound()).isTrue();
        assertThat(folder.verified().entries() + folder.verified().forgotten()).isEqualTo(last);
    }

    private void append(SqliteJournal journal, Random random) {
        List<Entry> batch = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String stream = String.valueOf((char) ('a' + random.nextInt(3)));
            batch.add(new Entry(stream, key(random), random.nextInt(), "p" + random.nextInt(), moment(random)));
        }
        List<Mark> newest = random.nextBoolean()
                ? List.of()
                : List.of(new Mark("m" + random.nextInt(3), "s" + random.nextInt(), moment(random)));
        assertThat(journal.append(batch, newest)).isEqualTo(last + batch.size());
        for (Entry entry : batch) {
            last++;
            model.add(new Numbered(last, entry));
        }
        newest.forEach(mark -> marks.put(mark.name(), new Marked(last, mark)));
        dropErased();
    }

    private void forget(SqliteJournal journal, Random random) {
        Set<String> streams = random.nextBoolean() ? Set.of("a") : Set.of("b", "c", "none");
        long upTo = last == 0 ? 0 : random.nextLong(last + 2);
        journal.forget(streams, upTo);
        model.removeIf(entry -> entry.number() <= upTo && streams.contains(entry.entry().stream()));
    }

    private void erase(SqliteJournal journal, Random random) {
        YearMonth month = YearMonth.of(2026, 1 + random.nextInt(6));
        journal.erase(month);
        erased.add(month);
        dropErased();
    }

    private void dropErased() {
        model.removeIf(entry -> isErased(entry.entry().personal()));
        marks.values().removeIf(mark -> isErased(mark.mark().personal()));
    }

    private boolean isErased(Optional<Instant> moment) {
        return moment.map(at -> erased.contains(YearMonth.from(at.atZone(ZoneOffset.UTC))))
                .orElse(false);
    }

    private void check(SqliteJournal journal, Random random) {
        long after = last == 0 ? 0 : random.nextLong(last);
        List<Numbered> read = new ArrayList<>();
        journal.replay(STREAMS, after, read::add);
        assertThat(read)
                .isEqualTo(
                        model.stream().filter(entry -> entry.number() > after).toList());
        read.clear();
        String key = key(random);
        journal.replay("a", key, read::add);
        assertThat(read)
                .isEqualTo(model.stream()
                        .filter(entry -> entry.entry().stream().equals("a")
                                && entry.entry().key().equals(key))
                        .toList());
        String name = "m" + random.nextInt(3);
        assertThat(journal.mark(name)).isEqualTo(Optional.ofNullable(marks.get(name)));
    }

    private static String key(Random random) {
        return "key " + random.nextInt(5);
    }

    /** The middle of a month, which is the same month in every zone. */
    private static Optional<Instant> moment(Random random) {
        return random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(YearMonth.of(2026, 1 + random.nextInt(6))
                        .atDay(15)
                        .atTime(random.nextInt(24), 0)
                        .toInstant(ZoneOffset.UTC));
    }
}
