package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.internal.Export;
import io.citytwin.adapter.sqlite.internal.Months;
import io.citytwin.adapter.sqlite.internal.Verification;
import io.citytwin.adapter.sqlite.internal.Verified;
import io.citytwin.core.privacy.PeriodKeys;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Numbered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder with a journal in it, and the folder of its keys. For one thread at a time. */
record JournalFolder(Path folder) {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    static final Instant IN_OCTOBER = Instant.parse("2026-10-31T22:59:59Z");
    static final Instant IN_NOVEMBER = Instant.parse("2026-10-31T23:00:00Z");

    Path file() {
        return folder.resolve("data").resolve("city.journal");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    SqliteJournal open() {
        return SqliteJournal.builder().file(file()).keys(keys()).build();
    }

    SqliteJournal open(Period keepPersonal) {
        return SqliteJournal.builder()
                .file(file())
                .keys(keys())
                .keepPersonal(keepPersonal)
                .build();
    }

    Months months() {
        return new Months(Optional.of(PeriodKeys.in(keys())));
    }

    Verified verified() {
        return Verification.of(file(), months(), Optional.empty());
    }

    Verified verified(Path file) {
        return Verification.of(file, months(), Optional.empty());
    }

    Verified verified(String head) {
        return Verification.of(file(), months(), Optional.of(head));
    }

    void assertSound() {
        assertThat(verified().first()).isEmpty();
        assertThat(verified().isSound()).isTrue();
    }

    List<String> export() {
        List<String> lines = new ArrayList<>();
        new Export(file(), months(), true).write(Optional.empty(), 0, lines::add);
        return lines;
    }

    /** Changes the file behind the journal's back. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** The same in another folder, byte by byte. The journal must be closed, or its process gone. */
    JournalFolder copy(Path target) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path from : files.sorted().toList()) {
                Path to = target.resolve(folder.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new JournalFolder(target);
    }

    /** A journal of every kind of thing: streams, marks, people, a month that is erased, entries that are forgotten. */
    void fill() {
        try (SqliteJournal journal = open()) {
            for (int batch = 0; batch < 12; batch++) {
                journal.append(batch(batch), marks(batch));
            }
            journal.forget(Set.of("twins"), 25);
            journal.forget(Set.of("inputs"), 9);
            journal.erase(OCTOBER);
            journal.append(batch(12), marks(12));
        }
    }

    private static List<Entry> batch(int batch) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Optional<Instant> personal =
                    i % 4 == 3 ? Optional.of(batch % 2 == 0 ? IN_OCTOBER : IN_NOVEMBER) : Optional.empty();
            String stream = personal.isPresent() ? "passages" : i % 2 == 0 ? "twins" : "inputs";
            entries.add(new Entry(stream, "key " + i, batch, "payload " + i + " of batch " + batch, personal));
        }
        return entries;
    }

    private static List<Mark> marks(int batch) {
        return List.of(
                new Mark("source/" + batch % 3, "position " + batch),
                new Mark("counters", "of people, batch " + batch, Optional.of(IN_NOVEMBER)));
    }

    static List<Numbered> read(Journal journal, String... streams) {
        List<Numbered> read = new ArrayList<>();
        journal.replay(Set.of(streams), 0, read::add);
        return read;
    }
}
