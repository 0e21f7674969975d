package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Numbered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    private static final int KILLS = 8;
    private static final int MOST_LINES = 150;

    @TempDir
    private Path temp;

    private JournalFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new JournalFolder(temp);
    }

    /** The number of the last batch, after all up to it were found whole and nothing else. */
    static long assertWholeBatches(JournalFolder folder) {
        try (SqliteJournal journal = folder.open()) {
            long last = Appending.last(journal);
            List<Entry> kept = LongStream.rangeClosed(1, last)
                    .boxed()
                    .flatMap(batch -> Appending.entries(batch).stream())
                    .filter(entry -> entry.stream().equals("kept"))
                    .toList();
            assertThat(JournalFolder.read(journal, "kept"))
                    .extracting(Numbered::entry)
                    .containsExactlyElementsOf(kept);
            return last;
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesKillsAndTheRestIsAllOrNothing() throws Exception {
        Random random = new Random(9);
        String acknowledged = "0 " + "0".repeat(64);
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> lines = new ArrayList<>();
            try (Child child = Child.of(Appending.class, temp.toString(), Appending.NEVER, Appending.OFTEN)) {
                for (int left = random.nextInt(MOST_LINES); left >= 0; left--) {
                    lines.add(child.line());
                }
                // Nobody knows where it is now: writing, at a checkpoint, forgetting, or between two of them.
                lines.addAll(child.kill());
            }
            acknowledged = lines.get(lines.size() - 1);
            long number = Long.parseLong(acknowledged.split(" ")[0]);
            assertThat(assertWholeBatches(folder)).isBetween(number, number + 1);
            assertThat(folder.verified(acknowledged.split(" ")[1]).isSound()).isTrue();
            folder.assertSound();
        }
        assertThat(Long.parseLong(acknowledged.split(" ")[0])).isGreaterThan(KILLS);
    }

    @Test
    void aProcessKeepsOthersOutAsLongAsItLives() throws Exception {
        try (Child child = Child.of(Appending.class, temp.toString(), Appending.NEVER, Appending.OFTEN)) {
            assertThat(child.line()).startsWith("1 ");
            assertThatThrownBy(folder::open)
                    .isInstanceOf(CityTwinException.class)
                    .hasMessageContaining("J504")
                    .hasMessageContaining("`" + folder.file() + "`");
            // Who only reads may, while the other writes.
            assertThat(folder.verified().isSound()).isTrue();
            assertThat(folder.export()).isNotEmpty();
            assertThat(child.line()).startsWith("2 ");
            child.kill();
        }
        assertThat(assertWholeBatches(folder)).isGreaterThan(1);
        try (SqliteJournal journal = folder.open()) {
            Path link = Files.createSymbolicLink(temp.resolve("link"), folder.file());
            assertThatThrownBy(folder::open).hasMessageContaining("J504");
            assertThatThrownBy(() -> SqliteJournal.builder().file(link).build()).hasMessageContaining("J504");
            // What was refused here must not have let go of the lock.
            try (Child other = Child.of(Appending.class, temp.toString(), Appending.NEVER, Appending.NEVER)) {
                assertThat(other.rest()).containsExactly("J504");
            }
            assertThat(journal.append(List.of())).isPositive();
        }
    }

    // A limit on the size of files is the nearest thing to a failing disk that a test can order.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void afterADiskThatFailsWhatWasAcknowledgedIsThere() throws Exception {
        long acknowledged;
        try (Child child = Child.limited(8000, Appending.class, temp.toString(), Appending.NEVER, Appending.NEVER)) {
            List<String> lines = child.rest();
            assertThat(lines.get(lines.size() - 1)).isIn("J501", "J506");
            acknowledged = Long.parseLong(lines.get(lines.size() - 2).split(" ")[0]);
        }
        assertThat(acknowledged).isGreaterThan(10);
        assertThat(assertWholeBatches(folder)).isBetween(acknowledged, acknowledged + 1);
        folder.assertSound();
    }
}
