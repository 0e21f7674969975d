package io.citytwin.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.internal.Months;
import io.citytwin.adapter.sqlite.internal.Verification;
import io.citytwin.adapter.sqlite.internal.Verified;
import io.citytwin.core.privacy.PeriodKeys;
import io.citytwin.core.spi.Journal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalContractTest implements JournalContract {

    @TempDir
    private Path folder;

    private Path file;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("städte journal?#%41.db");
        journal =
                SqliteJournal.builder().file(file).keys(folder.resolve("keys")).build();
    }

    @AfterEach
    void close() {
        String head = journal.head();
        journal.close();
        assertThat(file).exists();
        Verified verified = Verification.of(file, keys(), Optional.of(head));
        assertThat(verified.first()).isEmpty();
        assertThat(verified.isSound()).isTrue();
        assertThat(verified.head()).isEqualTo(head);
    }

    private Months keys() {
        return new Months(Optional.of(PeriodKeys.in(folder.resolve("keys"))));
    }

    @Override
    public Journal journal() {
        return journal;
    }
}
