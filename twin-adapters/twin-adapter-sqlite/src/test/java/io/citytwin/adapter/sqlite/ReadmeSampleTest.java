package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeSampleTest {

    @Test
    void theSampleOfTheReadmeRuns(@TempDir Path folder) {
        Instant now = Instant.parse("2026-11-30T12:00:00Z");
        List<String> read = new ArrayList<>();
        // tag::start[]
        try (SqliteJournal journal = SqliteJournal.builder()
                .file(folder.resolve("data/city.journal"))
                .keys(folder.resolve("keys"))
                .keepPersonal(Period.ofMonths(2))
                .build()) {
            journal.append(
                    List.of(
                            new Entry("twins", "it.milano:lamp-1", 1, "{\"on\":true}"),
                            new Entry("passages", "AB123CD", 1, "{\"gate\":7}", Optional.of(now))),
                    List.of(new Mark("source/mqtt", "offset 81")));
            journal.replay(
                    "passages", "AB123CD", entry -> read.add(entry.entry().payload()));
            journal.eraseBefore(now);
            journal.erase(YearMonth.of(2026, 11));
            journal.replay("passages", 0, entry -> read.add("never called"));
        }
        // end::start[]
        assertThat(read).containsExactly("{\"gate\":7}");
    }
}
