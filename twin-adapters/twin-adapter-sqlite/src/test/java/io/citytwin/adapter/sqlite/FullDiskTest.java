package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Numbered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final long NO_LIMIT = 1_000_000;

    @TempDir
    private Path temp;

    private static List<Entry> batch(int batch) {
        // New streams too: their names must come back with the batch that brought them.
        return IntStream.range(0, 50)
                .mapToObj(
                        i -> new Entry("stream " + (batch + i % 2), "key " + i, 1, "batch " + batch + "x".repeat(200)))
                .toList();
    }

    private static String[] streams(int batches) {
        return IntStream.range(0, batches + 2)
                .mapToObj(batch -> "stream " + batch)
                .toArray(String[]::new);
    }

    @Test
    void aBatchThatFindsNoRoomIsKeptOnceWhenThereIsRoomAgain() {
        JournalFolder folder = new JournalFolder(temp);
        List<Entry> all = new ArrayList<>();
        int refused = 0;
        try (SqliteJournal journal = folder.open()) {
            for (int batch = 0; batch < 60; batch++) {
                List<Entry> entries = batch(batch);
                List<Mark> marks = List.of(new Mark("mark " + batch, "of " + batch));
                journal.limit(10 + batch * 3L);
                try {
                    journal.append(entries, marks);
                } catch (CityTwinException full) {
                    refused++;
                    assertThat(full.code()).isEqualTo(JournalError.FULL);
                    assertThat(full.advice()).contains("append the same batch again");
                    assertThat(journal.mark("mark " + batch)).isEmpty();
                    assertThat(JournalFolder.read(journal, streams(60))).hasSize(all.size());
                    journal.limit(NO_LIMIT);
                    assertThat(journal.append(entries, marks)).isEqualTo(all.size() + entries.size());
                }
                all.addAll(entries);
                assertThat(journal.mark("mark " + batch)).isPresent();
            }
            assertThat(JournalFolder.read(journal, streams(60)))
                    .extracting(Numbered::entry)
                    .isEqualTo(all);
        }
        assertThat(refused).isBetween(5, 60);
        folder.assertSound();
        try (SqliteJournal journal = folder.open()) {
            assertThat(JournalFolder.read(journal, streams(60)))
                    .extracting(Numbered::entry)
                    .isEqualTo(all);
        }
    }

    @Test
    void forgettingMakesRoom() {
        JournalFolder folder = new JournalFolder(temp);
        try (SqliteJournal journal = folder.open()) {
            for (int batch = 0; batch < 20; batch++) {
                journal.append(batch(0));
            }
            journal.limit(1);
            assertThatThrownBy(() -> {
                        for (int batch = 0; batch < 20; batch++) {
                            journal.append(batch(0));
                        }
                    })
                    .isInstanceOf(CityTwinException.class)
                    .hasMessageContaining("J501");
            journal.forget(Set.of("stream 0", "stream 1"), 900);
            journal.append(batch(0));
        }
        folder.assertSound();
    }
}
