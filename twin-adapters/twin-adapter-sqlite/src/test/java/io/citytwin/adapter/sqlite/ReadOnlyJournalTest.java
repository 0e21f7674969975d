package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.adapter.sqlite.internal.SqliteFiles;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.JournalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal as commands open it: beside whoever writes, and never for writing. */
class ReadOnlyJournalTest {

    private JournalFolder folder;

    @BeforeEach
    void in(@TempDir Path temp) {
        folder = new JournalFolder(temp);
    }

    private Journal read() {
        return JournalFiles.read(folder.file(), Optional.of(folder.keys()));
    }

    @Test
    void itReadsWhatAWriterKeepsAlsoWhatComesLater() {
        folder.fill();
        try (SqliteJournal writer = folder.open();
                Journal reader = read()) {
            assertThat(JournalFolder.read(reader, "twins", "inputs", "passages"))
                    .isNotEmpty()
                    .isEqualTo(JournalFolder.read(writer, "twins", "inputs", "passages"));
            List<String> ofKey = new ArrayList<>();
            reader.replay("passages", "key 3", entry -> ofKey.add(entry.entry().payload()));
            assertThat(ofKey).isNotEmpty().allMatch(payload -> payload.startsWith("payload 3 "));
            assertThat(reader.mark("counters")).isEqualTo(writer.mark("counters"));
            long last = writer.append(List.of(new Entry("twins", "later", 1, "p")), List.of(new Mark("m", "s")));
            assertThat(JournalFolder.read(reader, "twins"))
                    .extracting(Journal.Numbered::number)
                    .endsWith(last);
            assertThat(reader.mark("m")).isEqualTo(writer.mark("m")).isPresent();
        }
    }

    @Test
    void withoutKeysWhatIsPersonalIsLeftOut() {
        folder.fill();
        try (Journal reader = JournalFiles.read(folder.file(), Optional.empty())) {
            assertThat(JournalFolder.read(reader, "twins")).isNotEmpty();
            assertThat(JournalFolder.read(reader, "passages")).isEmpty();
            assertThat(reader.mark("counters")).isEmpty();
        }
    }

    @Test
    void itTakesAndForgetsNothing() {
        folder.fill();
        try (Journal reader = read()) {
            long entries = JournalFolder.read(reader, "twins").size();
            assertThatThrownBy(() -> reader.append(List.of(new Entry("twins", "k", 1, "p"))))
                    .hasMessageContaining("J510");
            assertThatThrownBy(() -> reader.forget(Set.of("twins"), Long.MAX_VALUE))
                    .hasMessageContaining("J510");
            assertThat(JournalFolder.read(reader, "twins")).hasSize((int) entries);
        }
        folder.assertSound();
    }

    @Test
    void onlyFilesOfSqliteLookLikeAJournal() throws Exception {
        folder.fill();
        SqliteFiles files = new SqliteFiles();
        assertThat(files.reads(folder.file())).isTrue();
        Path other = folder.folder().resolve("other");
        Files.writeString(other, "SQLite format 3");
        assertThat(files.reads(other)).isFalse();
        assertThat(files.reads(folder.folder())).isFalse();
        assertThatThrownBy(() -> JournalFiles.read(other, Optional.empty())).hasMessageContaining("C119");
        assertThatThrownBy(() -> JournalFiles.read(folder.folder(), Optional.empty()))
                .hasMessageContaining("C111");
        assertThatThrownBy(() -> JournalFiles.read(folder.file(), Optional.of(other)))
                .hasMessageContaining("C111");
    }
}
