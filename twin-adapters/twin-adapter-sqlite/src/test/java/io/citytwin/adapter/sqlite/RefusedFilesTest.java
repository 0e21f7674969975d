package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedFilesTest {

    @TempDir
    private Path temp;

    private JournalFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new JournalFolder(temp);
        Files.createDirectories(folder.file().resolveSibling(""));
    }

    private void assertRefused(String code) {
        assertThatThrownBy(folder::open)
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining(code)
                .hasMessageContaining("`" + folder.file() + "`")
                .hasMessageContaining("Maybe ");
        assertThatThrownBy(folder::verified)
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining(code);
    }

    @Test
    void aTextIsNoJournalHoweverShort() throws IOException {
        for (String text : List.of("a", "SQLite format 2", "no journal at all, but a longer text".repeat(100))) {
            Files.writeString(folder.file(), text);
            assertThatThrownBy(folder::open)
                    .isInstanceOf(CityTwinException.class)
                    .hasMessageContaining("J502");
            assertThat(folder.file()).hasContent(text);
        }
    }

    @Test
    void anotherProgramsTablesAreNoJournal() throws Exception {
        folder.tamper("CREATE TABLE entry (number INTEGER PRIMARY KEY)");
        assertRefused("J502");
    }

    @Test
    void anEmptyFileBecomesAJournal() throws IOException {
        Files.createFile(folder.file());
        try (SqliteJournal journal = folder.open()) {
            assertThat(journal.append(List.of(new Entry("s", "k", 1, "p")))).isEqualTo(1);
        }
        folder.assertSound();
    }

    @Test
    void aJournalOfTheFutureIsLeftAlone() throws Exception {
        folder.fill();
        folder.tamper("PRAGMA user_version = 3");
        byte[] before = Files.readAllBytes(folder.file());
        assertRefused("J503");
        assertThat(Files.readAllBytes(folder.file())).isEqualTo(before);
        folder.tamper("PRAGMA user_version = 2");
        folder.assertSound();
    }

    @Test
    void aFileThatWasCutIsDamaged() throws IOException {
        folder.fill();
        byte[] bytes = Files.readAllBytes(folder.file());
        Files.write(folder.file(), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(isSound()).isFalse();
    }

    private boolean isSound() {
        try {
            return folder.verified().isSound();
        } catch (CityTwinException refused) {
            assertThat(refused.code()).isEqualTo(JournalError.DAMAGED);
            return false;
        }
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectories(folder.file());
        assertThatThrownBy(folder::open).isInstanceOf(CityTwinException.class).hasMessageContaining("J506");
        assertThatThrownBy(folder::verified)
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("C111");
    }

    @Test
    void aClosedJournalSaysSo() {
        SqliteJournal journal = folder.open();
        journal.close();
        journal.close();
        assertThatThrownBy(() -> journal.append(List.of()))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("J508");
        assertThatThrownBy(() -> JournalFolder.read(journal, "twins")).hasMessageContaining("J508");
        assertThatThrownBy(() -> journal.mark("m")).hasMessageContaining("J508");
        assertThatThrownBy(journal::head).hasMessageContaining("J508");
        folder.assertSound();
    }

    @Test
    void aBuilderThatLacksSomethingSaysWhat() {
        assertThatThrownBy(() -> SqliteJournal.builder().build())
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("C110");
        assertThatThrownBy(() -> folder.open(Period.ofDays(-1))).hasMessageContaining("`P-1D`");
        folder.open(Period.ZERO).close();
    }
}
