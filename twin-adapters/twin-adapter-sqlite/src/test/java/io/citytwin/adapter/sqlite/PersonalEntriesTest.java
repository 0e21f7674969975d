package io.citytwin.adapter.sqlite;

import static io.citytwin.adapter.sqlite.JournalFolder.IN_NOVEMBER;
import static io.citytwin.adapter.sqlite.JournalFolder.IN_OCTOBER;
import static io.citytwin.adapter.sqlite.JournalFolder.NOVEMBER;
import static io.citytwin.adapter.sqlite.JournalFolder.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Marked;
import io.citytwin.core.spi.Journal.Numbered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalEntriesTest {

    private static final Entry OCTOBER_ENTRY = passage("AB123CD", "secret of october", IN_OCTOBER);
    private static final Entry NOVEMBER_ENTRY = passage("AB123CD", "secret of november", IN_NOVEMBER);
    private static final Entry PLAIN = new Entry("passages", "AB123CD", 1, "of nobody");

    @TempDir
    private Path temp;

    private JournalFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new JournalFolder(temp);
    }

    private static Entry passage(String key, String payload, Instant moment) {
        return new Entry("passages", key, 3, payload, Optional.of(moment));
    }

    private static List<Numbered> ofKey(SqliteJournal journal, String key) {
        List<Numbered> read = new ArrayList<>();
        journal.replay("passages", key, read::add);
        return read;
    }

    @Test
    void neitherKeyNorTextOfAPersonStandsInAnyFile() throws IOException {
        try (SqliteJournal journal = folder.open()) {
            journal.append(
                    List.of(passage("PLATE-1", "SECRET-1", IN_NOVEMBER), new Entry("passages", "PLAIN-1", 1, "OPEN-1")),
                    List.of(new Mark("counters", "SECRET-2", Optional.of(IN_NOVEMBER))));
            assertThat(ofKey(journal, "PLATE-1")).hasSize(1);
        }
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(bytes).contains("PLAIN-1", "OPEN-1").doesNotContain("PLATE-1", "SECRET-1", "SECRET-2");
    }

    // The same plate has the same name within a month: that is what replay by key needs, and no more.
    @Test
    void aKeyIsFoundAgainInEachMonthAndInClear() {
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(OCTOBER_ENTRY, NOVEMBER_ENTRY, PLAIN, passage("ZZ999ZZ", "other", IN_OCTOBER)));
            assertThat(ofKey(journal, "AB123CD"))
                    .extracting(Numbered::entry)
                    .containsExactly(OCTOBER_ENTRY, NOVEMBER_ENTRY, PLAIN);
            assertThat(ofKey(journal, "ZZ999ZZ")).extracting(Numbered::number).containsExactly(4L);
        }
    }

    @Test
    void anErasedMonthIsLeftOutEverywhereAndTheRestStays() throws IOException {
        Mark inOctober = new Mark("october", "state", Optional.of(IN_OCTOBER));
        Mark inNovember = new Mark("november", "state", Optional.of(IN_NOVEMBER));
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(OCTOBER_ENTRY, NOVEMBER_ENTRY, PLAIN), List.of(inOctober, inNovember));
            assertThat(folder.keys().resolve("2026-10.key")).exists();
            journal.erase(OCTOBER);
            assertErased(journal, inNovember);
            // Late ones are counted, and no second key is made for them.
            assertThat(journal.append(List.of(OCTOBER_ENTRY), List.of(inOctober)))
                    .isEqualTo(4);
            assertErased(journal, inNovember);
            journal.erase(OCTOBER);
        }
        assertThat(folder.keys().resolve("2026-10.key")).doesNotExist();
        folder.assertSound();
        assertThat(folder.verified().entries()).isEqualTo(4);
        try (SqliteJournal journal = folder.open()) {
            assertErased(journal, inNovember);
        }
    }

    private static void assertErased(SqliteJournal journal, Mark inNovember) {
        assertThat(JournalFolder.read(journal, "passages"))
                .containsExactly(new Numbered(2, NOVEMBER_ENTRY), new Numbered(3, PLAIN));
        assertThat(ofKey(journal, "AB123CD")).hasSize(2);
        assertThat(journal.mark("october")).isEmpty();
        assertThat(journal.mark("november")).contains(new Marked(3, inNovember));
    }

    @Test
    void aMonthThatIsErasedBeforeAnythingCameKeepsNothing() {
        try (SqliteJournal journal = folder.open()) {
            journal.erase(OCTOBER);
            journal.append(List.of(OCTOBER_ENTRY, NOVEMBER_ENTRY));
            assertThat(JournalFolder.read(journal, "passages")).containsExactly(new Numbered(2, NOVEMBER_ENTRY));
        }
        folder.assertSound();
    }

    @Test
    void aKeyThatSomebodyTookAwayIsLikeOneThatWasErased() throws IOException {
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(OCTOBER_ENTRY, NOVEMBER_ENTRY));
        }
        Files.delete(folder.keys().resolve("2026-10.key"));
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(OCTOBER_ENTRY));
            assertThat(JournalFolder.read(journal, "passages")).containsExactly(new Numbered(2, NOVEMBER_ENTRY));
        }
        assertThat(folder.keys().resolve("2026-10.key")).doesNotExist();
        folder.assertSound();
    }

    @Test
    void monthsAreErasedOnTheDayWhenTheyHaveBeenOverForLongEnough() {
        try (SqliteJournal journal = folder.open(Period.ofMonths(1))) {
            journal.append(List.of(OCTOBER_ENTRY, NOVEMBER_ENTRY));
            assertThat(journal.eraseBefore(Instant.parse("2026-11-30T22:59:59Z")))
                    .isEmpty();
            assertThat(journal.eraseBefore(Instant.parse("2026-11-30T23:00:00Z")))
                    .containsExactly(OCTOBER);
            assertThat(journal.eraseBefore(Instant.parse("2026-11-30T23:00:00Z")))
                    .isEmpty();
            assertThat(JournalFolder.read(journal, "passages")).hasSize(1);
            assertThat(journal.eraseBefore(Instant.parse("2027-06-01T00:00:00Z")))
                    .containsExactly(NOVEMBER);
        }
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(passage("k", "p", Instant.EPOCH)));
            assertThat(journal.eraseBefore(Instant.parse("2027-06-01T00:00:00Z")))
                    .isEmpty();
        }
    }

    @Test
    void otherKeysAreRefusedAndVerifyingSaysSo() throws IOException {
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(PLAIN, OCTOBER_ENTRY), List.of(new Mark("m", "s", Optional.of(IN_OCTOBER))));
        }
        byte[] other = new byte[32];
        Files.write(folder.keys().resolve("2026-10.key"), other);
        try (SqliteJournal journal = folder.open()) {
            assertThatThrownBy(() -> JournalFolder.read(journal, "passages"))
                    .isInstanceOf(CityTwinException.class)
                    .hasMessageContaining("J507")
                    .hasMessageContaining("`2`")
                    .hasMessageContaining("`2026-10`");
            assertThatThrownBy(() -> journal.mark("m")).hasMessageContaining("J507");
        }
        assertThat(folder.verified().first())
                .singleElement()
                .asString()
                .isEqualTo("number 2, stream passages: the key of its month does not open it");
    }

    @Test
    void withoutAFolderOfKeysAPersonalBatchIsRefusedWhole() {
        try (SqliteJournal journal = SqliteJournal.builder().file(folder.file()).build()) {
            assertThatThrownBy(() -> journal.append(List.of(PLAIN, OCTOBER_ENTRY)))
                    .isInstanceOf(CityTwinException.class)
                    .hasMessageContaining("J507");
            assertThatThrownBy(() -> journal.erase(OCTOBER)).hasMessageContaining("J507");
            assertThat(JournalFolder.read(journal, "passages")).isEmpty();
            assertThat(journal.append(List.of(PLAIN))).isEqualTo(1);
        }
        folder.assertSound();
    }

    @Test
    void keysBelongToTheirOwnerAndLieApart() throws IOException {
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of(OCTOBER_ENTRY));
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.keys().resolve("2026-10.key"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> SqliteJournal.builder()
                        .file(folder.file())
                        .keys(folder.file().resolveSibling("."))
                        .build())
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("C110");
    }
}
