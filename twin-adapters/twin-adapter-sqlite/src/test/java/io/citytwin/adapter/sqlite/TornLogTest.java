package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process ended and left a log behind, of which the disk kept less than it had said. */
class TornLogTest {

    private static final int BATCHES = 40;
    private static final int TIMES = 60;

    @TempDir
    private Path temp;

    private JournalFolder crashed;

    @BeforeEach
    void crash() throws Exception {
        crashed = new JournalFolder(temp.resolve("crashed"));
        try (Child child =
                Child.of(Appending.class, crashed.folder().toString(), String.valueOf(BATCHES), Appending.NEVER)) {
            assertThat(child.rest()).hasSize(BATCHES);
            assertThat(child.status()).isZero();
        }
        assertThat(log(crashed)).exists();
    }

    private static Path log(JournalFolder folder) {
        return folder.file().resolveSibling("city.journal-wal");
    }

    private JournalFolder copy(int number, byte[] log) throws IOException {
        JournalFolder copy = crashed.copy(temp.resolve("copy" + number));
        // The shared memory of a process that is gone means nothing.
        Files.deleteIfExists(copy.file().resolveSibling("city.journal-shm"));
        Files.write(log(copy), log);
        return copy;
    }

    @Test
    void aWholeLogLosesNothing() throws IOException {
        assertThat(KillTest.assertWholeBatches(copy(0, Files.readAllBytes(log(crashed)))))
                .isEqualTo(BATCHES);
    }

    @Test
    void whoOnlyReadsSeesTheLogAndLeavesItAsItIs() throws IOException {
        byte[] file = Files.readAllBytes(crashed.file());
        byte[] log = Files.readAllBytes(log(crashed));
        assertThat(crashed.verified().isSound()).isTrue();
        assertThat(crashed.verified().links()).isEqualTo(BATCHES);
        assertThat(crashed.export()).hasSize((int) crashed.verified().entries());
        assertThat(Files.readAllBytes(crashed.file())).isEqualTo(file);
        assertThat(Files.readAllBytes(log(crashed))).isEqualTo(log);
    }

    @Test
    void aLogThatIsCutGivesTheTransactionsBeforeTheCut() throws IOException {
        byte[] log = Files.readAllBytes(log(crashed));
        Random random = new Random(3);
        Set<Long> found = new HashSet<>();
        for (int time = 0; time < TIMES; time++) {
            int length = time == 0 ? log.length - 1 : random.nextInt(log.length);
            JournalFolder copy = copy(time, Arrays.copyOf(log, length));
            long last = KillTest.assertWholeBatches(copy);
            assertThat(last).isLessThanOrEqualTo(BATCHES);
            copy.assertSound();
            found.add(last);
        }
        assertThat(found).hasSizeGreaterThan(BATCHES / 3);
    }

    @Test
    void aLogWithRubbishInItGivesTheTransactionsBeforeTheRubbish() throws IOException {
        byte[] log = Files.readAllBytes(log(crashed));
        Random random = new Random(4);
        Set<Long> found = new HashSet<>();
        for (int time = 0; time < TIMES; time++) {
            byte[] scrambled = log.clone();
            int from = random.nextInt(log.length);
            for (int i = from; i < Math.min(log.length, from + 1 + random.nextInt(6000)); i++) {
                scrambled[i] = (byte) random.nextInt();
            }
            JournalFolder copy = copy(time, scrambled);
            found.add(KillTest.assertWholeBatches(copy));
            copy.assertSound();
        }
        assertThat(found).hasSizeGreaterThan(BATCHES / 3);
    }
}
