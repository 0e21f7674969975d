package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.time.VirtualClock;
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

    /** Two months after the end of October is the first of January, in the city's civil time. */
    @Test
    void theSampleOfForgettingPeopleRuns(@TempDir Path folder) {
        Instant october = Instant.parse("2026-10-31T22:59:59Z");
        Instant december = Instant.parse("2026-12-01T12:00:00Z");
        VirtualClock clock = new VirtualClock(Instant.parse("2026-12-31T22:59:59Z"));
        List<String> read = new ArrayList<>();
        // tag::forget[]
        try (SqliteJournal journal = SqliteJournal.builder()
                .file(folder.resolve("data/city.journal"))
                .keys(folder.resolve("keys"))
                .keepPersonal(Period.ofMonths(2))
                .build()) {
            journal.append(List.of(
                    new Entry("passages", "a vehicle of October", 1, "{}", Optional.of(october)),
                    new Entry("passages", "a vehicle of December", 1, "{}", Optional.of(december))));

            // Each day, from the host's own timer: nothing yet on the last day of December ...
            assertThat(journal.eraseBefore(clock.now())).isEmpty();
            // ... and October when two months have gone by since its end.
            clock.advanceTo(Instant.parse("2026-12-31T23:00:00Z"));
            assertThat(journal.eraseBefore(clock.now())).containsExactly(YearMonth.of(2026, 10));

            // At once, when somebody who may say so says so.
            journal.erase(YearMonth.of(2026, 12));
            journal.replay("passages", 0, entry -> read.add("never called"));
        }
        // end::forget[]
        assertThat(read).isEmpty();
        assertThat(folder.resolve("keys")).isEmptyDirectory();
        new JournalFolder(folder).assertSound();
    }
}
