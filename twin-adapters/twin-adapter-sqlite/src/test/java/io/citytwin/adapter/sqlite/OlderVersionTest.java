package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.adapter.sqlite.internal.Months;
import io.citytwin.adapter.sqlite.internal.Schema;
import io.citytwin.adapter.sqlite.internal.Writer;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Numbered;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderVersionTest {

    private static final int ENTRIES = 3500;

    @TempDir
    private Path temp;

    private JournalFolder newest;
    private JournalFolder older;

    /** A child that opens a journal and ends in the middle of bringing it up to date. */
    static final class Upgrading {

        private Upgrading() {}

        /**
         * Ends after some steps.
         *
         * @param words folder, how many steps
         */
        public static void main(String[] words) {
            PrintStream out = Child.out();
            int[] left = {Integer.parseInt(words[1])};
            Runnable step = () -> {
                out.println("step");
                if (--left[0] == 0) {
                    Runtime.getRuntime().halt(1);
                }
            };
            JournalFolder folder = new JournalFolder(Path.of(words[0]));
            Writer.open(folder.file(), new Months(Optional.empty()), step).close();
        }
    }

    @BeforeEach
    void fill() throws Exception {
        newest = new JournalFolder(temp.resolve("newest"));
        older = new JournalFolder(temp.resolve("older"));
        try (SqliteJournal journal = newest.open()) {
            for (int batch = 0; batch < ENTRIES / 500; batch++) {
                journal.append(
                        IntStream.range(0, 500)
                                .mapToObj(i -> new Entry(i % 3 == 0 ? "a" : "b", "key " + i % 7, 1, "payload " + i))
                                .toList(),
                        List.of(new Mark("mark", "state")));
            }
        }
        Files.createDirectories(older.file().resolveSibling(""));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older.file())) {
            new Schema(connection, older.file(), () -> {}).upgrade(1);
        }
        older.tamper(
                "ATTACH '" + newest.file() + "' AS newest",
                "INSERT INTO name SELECT * FROM newest.name",
                "INSERT INTO entry SELECT number, stream, key, schema, payload, month, sum FROM newest.entry",
                "INSERT INTO mark SELECT name, number, state FROM newest.mark",
                "INSERT INTO link SELECT * FROM newest.link");
    }

    private static List<Numbered> ofKey(JournalFolder folder) {
        List<Numbered> read = new ArrayList<>();
        try (SqliteJournal journal = folder.open()) {
            journal.replay("a", "key 3", read::add);
            assertThat(journal.mark("mark")).isPresent();
        }
        return read;
    }

    @Test
    void anOlderJournalIsBroughtUpToDateAndIsThenLikeANewOne() {
        assertThatThrownBy(older::verified)
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("J509")
                .hasMessageContaining("`1`");
        List<Numbered> expected = ofKey(newest);
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(ofKey(older)).isEqualTo(expected);
        older.assertSound();
        assertThat(older.verified().head()).isEqualTo(newest.verified().head());
        assertThat(older.export()).isEqualTo(newest.export());
    }

    @Test
    void aProcessThatEndsInTheMiddleLeavesTheOldJournalWhichOpensAgain() throws Exception {
        int steps = 0;
        for (int step : List.of(1, 3, 4, 6, 7, 8)) {
            JournalFolder copy = older.copy(temp.resolve("copy" + step));
            try (Child child = Child.of(Upgrading.class, copy.folder().toString(), String.valueOf(step))) {
                steps = child.rest().size();
                assertThat(steps).isEqualTo(step);
                assertThat(child.status()).isEqualTo(1);
            }
            assertThatThrownBy(copy::verified).hasMessageContaining("J509");
            assertThat(ofKey(copy)).isEqualTo(ofKey(newest));
            copy.assertSound();
        }
        JournalFolder whole = older.copy(temp.resolve("whole"));
        try (Child child = Child.of(Upgrading.class, whole.folder().toString(), "-1")) {
            assertThat(child.rest()).as("no step is left out above").hasSize(steps + 1);
            assertThat(child.status()).isZero();
        }
        whole.assertSound();
    }
}
