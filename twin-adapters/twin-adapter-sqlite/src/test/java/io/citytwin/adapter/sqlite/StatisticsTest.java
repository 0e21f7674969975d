package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {

    @TempDir
    private Path temp;

    @Test
    void countsWhatIsWrittenSinceTheJournalWasOpened() {
        JournalFolder folder = new JournalFolder(temp);
        JournalStatistics nothing = new JournalStatistics(0, 0, 0, Duration.ZERO, Duration.ZERO);
        try (SqliteJournal journal = folder.open()) {
            journal.append(List.of());
            assertThat(journal.statistics()).isEqualTo(nothing);
            journal.append(List.of(new Entry("s", "key", 1, "payload"), new Entry("s", "", 1, "è")));
            journal.append(List.of(), List.of(new Mark("m", "not counted")));
            JournalStatistics two = journal.statistics();
            assertThat(two)
                    .extracting(JournalStatistics::entries, JournalStatistics::bytes)
                    .containsExactly(2L, 12L);
            assertThat(two.commits()).isEqualTo(2);
            assertThat(two.lastCommit()).isPositive();
            assertThat(two.slowCommit()).isGreaterThanOrEqualTo(two.lastCommit());
        }
        try (SqliteJournal journal = folder.open()) {
            assertThat(journal.statistics()).isEqualTo(nothing);
        }
    }
}
