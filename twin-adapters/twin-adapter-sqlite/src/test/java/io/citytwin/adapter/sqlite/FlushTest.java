package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.core.spi.Journal.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is acknowledged lies on the disk, not only with the operating system: a process that is killed cannot show that, a
 * machine without power would. Linux counts how often disks were told to keep what they have.
 */
class FlushTest {

    private static final Path DISKS = Path.of("/proc/diskstats");
    private static final int FLUSHES = 18;
    private static final int TIMES = 200;

    @TempDir
    private Path temp;

    /** Something that is done several times. */
    private interface Deed {
        void go(int time) throws IOException;
    }

    private static long flushes(Deed deed) throws IOException {
        long before = flushes();
        for (int time = 0; time < TIMES; time++) {
            deed.go(time);
        }
        return flushes() - before;
    }

    private static long flushes() throws IOException {
        return Files.readAllLines(DISKS).stream()
                .map(disk -> disk.strip().split("\\s+"))
                .filter(columns -> columns.length > FLUSHES)
                .mapToLong(columns -> Long.parseLong(columns[FLUSHES]))
                .sum();
    }

    @BeforeEach
    void skipWhereNobodyCounts() throws IOException {
        assumeTrue(Files.isReadable(DISKS), "No " + DISKS + " here: nobody counts what reaches a disk.");
        try (FileChannel file =
                FileChannel.open(temp.resolve("forced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long counted = flushes(time -> {
                file.write(ByteBuffer.wrap(new byte[] {1}));
                file.force(true);
            });
            assumeTrue(counted >= TIMES, "The disk of " + temp + " is not told to keep what it has.");
        }
    }

    @Test
    void eachAppendReachesTheDisk() throws IOException {
        try (SqliteJournal journal = new JournalFolder(temp).open()) {
            long counted = flushes(time -> journal.append(List.of(new Entry("inputs", "key", 1, "payload " + time))));
            assertThat(counted).isGreaterThanOrEqualTo(TIMES);
        }
    }
}
