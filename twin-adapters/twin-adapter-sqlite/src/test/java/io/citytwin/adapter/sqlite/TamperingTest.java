package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.adapter.sqlite.internal.Verified;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Numbered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to the file behind the journal's back is seen, or makes no difference. */
class TamperingTest {

    private static final int FLIPS = 500;
    private static final int HEADER = 100;

    @TempDir
    private Path temp;

    private JournalFolder sound;

    @BeforeEach
    void fill() {
        sound = new JournalFolder(temp.resolve("sound"));
        sound.fill();
        sound.assertSound();
    }

    @Test
    void aByteThatIsFlippedAnywhereIsSeenOrMakesNoDifference() throws IOException {
        List<String> export = sound.export();
        List<String> replays = replays(sound);
        byte[] bytes = Files.readAllBytes(sound.file());
        JournalFolder damaged = sound.copy(temp.resolve("damaged"));
        Random random = new Random(20261130);
        int seen = 0;
        for (int i = 0; i < HEADER + FLIPS; i++) {
            int place = i < HEADER ? i : random.nextInt(bytes.length);
            byte[] flipped = bytes.clone();
            flipped[place] ^= (byte) (1 + random.nextInt(255));
            Files.deleteIfExists(damaged.file().resolveSibling("city.journal-wal"));
            Files.deleteIfExists(damaged.file().resolveSibling("city.journal-shm"));
            Files.write(damaged.file(), flipped);
            if (isSeen(damaged)) {
                seen++;
            } else {
                assertThat(damaged.export()).as("byte %d", place).isEqualTo(export);
                assertThat(replays(damaged)).as("byte %d", place).isEqualTo(replays);
            }
        }
        assertThat(seen).isBetween(FLIPS / 5, FLIPS);
    }

    private static boolean isSeen(JournalFolder folder) {
        try {
            return !folder.verified().isSound();
        } catch (CityTwinException refused) {
            assertThat(refused).hasMessageFindingMatch("J50[23569]");
            return true;
        }
    }

    private static List<String> replays(JournalFolder folder) {
        List<String> all = new ArrayList<>();
        try (SqliteJournal journal = folder.open()) {
            for (String stream : List.of("twins", "inputs", "passages")) {
                all.add(JournalFolder.read(journal, stream).toString());
                for (int key = 0; key < 8; key++) {
                    journal.replay(stream, "key " + key, entry -> all.add(entry.toString()));
                }
            }
            for (String mark : List.of("source/0", "source/1", "source/2", "counters", "none")) {
                all.add(journal.mark(mark).toString());
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an entry removed      | DELETE FROM entry WHERE number = 50                              | 49
            a text changed        | UPDATE entry SET payload = x'31' WHERE number = 50               | 50
            a key changed         | UPDATE entry SET key = x'31' WHERE number = 50                   | 50
            a schema changed      | UPDATE entry SET schema = 99 WHERE number = 50                   | 50
            a stream changed      | UPDATE entry SET stream = 3 WHERE number = 50                    | 50
            a month changed       | UPDATE entry SET month = 202609 WHERE number = 52                | 52
            two texts swapped     | UPDATE entry SET payload = (SELECT payload FROM entry AS other WHERE other.number = 101 - entry.number) WHERE number IN (50, 51) | 50
            two entries swapped   | UPDATE entry SET number = CASE number WHEN 50 THEN -51 ELSE -50 END WHERE number IN (50, 51); UPDATE entry SET number = -number WHERE number < 0 | 50
            an entry added        | INSERT INTO entry SELECT 105, stream, key, schema, payload, month, sum, hash FROM entry WHERE number = 50 | 105
            an entry put back     | INSERT INTO entry SELECT 1, stream, key, schema, payload, month, sum, hash FROM entry WHERE number = 50 | 1
            a digest changed      | UPDATE gone SET digests = zeroblob(32) WHERE link = 1 AND whole  | 1
            digests removed       | DELETE FROM gone WHERE link = 1                                  | 1
            a digest added        | INSERT INTO gone SELECT 99, stream, count, whole, digests FROM gone LIMIT 1 | 0
            a mark changed        | UPDATE mark SET state = x'31' WHERE name = 1                     | 0
            a mark's place changed| UPDATE mark SET number = 1 WHERE name = 1                        | 0
            a mark removed        | DELETE FROM mark WHERE name = 1                                  | 0
            a name changed        | UPDATE name SET text = x'31' WHERE id = 3                        | 1
            an event changed      | UPDATE link SET event = '{}' WHERE event <> ''                   | 1
            a month opened        | INSERT INTO month VALUES (202609)                                | 0
            a month closed        | DELETE FROM month WHERE id = 202611                              | 0
            a link removed        | DELETE FROM link WHERE number = 7                                | 49
            a hash changed        | UPDATE link SET hash = zeroblob(32) WHERE number = 7             | 49
            """)
    void whatWasDoneIsSeenWithItsPlace(String what, String statements, long number) throws Exception {
        sound.tamper(statements.split(";"));
        Verified verified = sound.verified();
        assertThat(verified.broken()).isPositive();
        assertThat(verified.first().get(0).number())
                .as(verified.first().toString())
                .isEqualTo(number);
    }

    // Retention leaves digests too: what was not forgotten by the journal must not look like it.
    @Test
    void anEntryThatVanishesAndLeavesItsDigestIsNotTakenForForgotten() throws Exception {
        try (SqliteJournal journal = new JournalFolder(temp.resolve("other")).open()) {
            journal.append(List.of(new Entry("a", "k", 1, "1"), new Entry("b", "k", 1, "2")));
            journal.append(List.of(new Entry("a", "k", 1, "3")));
        }
        JournalFolder honest = new JournalFolder(temp.resolve("other")).copy(temp.resolve("honest"));
        try (SqliteJournal journal = honest.open()) {
            journal.forget(Set.of("b"), 2);
        }
        honest.assertSound();
        JournalFolder forged = new JournalFolder(temp.resolve("other"));
        forged.tamper(
                "ATTACH '" + honest.file() + "' AS honest",
                "INSERT INTO gone SELECT * FROM honest.gone",
                "DELETE FROM entry WHERE number = 2");
        assertThat(forged.verified().first())
                .singleElement()
                .asString()
                .isEqualTo("number 1: entries up to number 2 are gone, and nobody forgot them");
    }

    @Test
    void aTailThatIsCutOffIsSeenByWhoWroteTheHeadDown() throws Exception {
        String head = sound.verified().head();
        JournalFolder later = sound.copy(temp.resolve("later"));
        try (SqliteJournal journal = later.open()) {
            journal.append(List.of(new Entry("twins", "k", 1, "more")));
            assertThat(journal.head()).isNotEqualTo(head);
        }
        assertThat(later.verified(head).isSound()).isTrue();
        sound.tamper(
                "DELETE FROM entry WHERE number > 96",
                "DELETE FROM link WHERE number = (SELECT max(number) FROM link)");
        assertThat(sound.verified(head).headFound()).isFalse();
        assertThat(sound.verified(head).isSound()).isFalse();
    }

    @Test
    void aJournalWithEntriesBehindTheLastLinkDoesNotOpen() throws Exception {
        sound.tamper("DELETE FROM link WHERE number = (SELECT max(number) FROM link)");
        assertThatThrownBy(sound::open).isInstanceOf(CityTwinException.class).hasMessageContaining("J505");
        assertThat(sound.verified().first()).extracting(place -> place.number()).contains(97L, 104L);
    }

    @Test
    void theEntriesThatAreLeftAreTheOnesThatWereWritten() {
        try (SqliteJournal journal = sound.open()) {
            assertThat(JournalFolder.read(journal, "twins"))
                    .extracting(Numbered::number)
                    .startsWith(27L);
            assertThat(JournalFolder.read(journal, "inputs"))
                    .extracting(Numbered::number)
                    .startsWith(10L);
        }
        assertThat(sound.verified().forgotten())
                .isEqualTo(104 - sound.verified().entries());
    }
}
