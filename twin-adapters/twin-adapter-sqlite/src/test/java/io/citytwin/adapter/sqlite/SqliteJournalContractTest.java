package io.citytwin.adapter.sqlite;

import io.citytwin.core.spi.Journal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalContractTest implements JournalContract {

    @TempDir
    private Path folder;

    private SqliteJournal journal;

    @BeforeEach
    void open() {
        journal = SqliteJournal.builder()
                .file(folder.resolve("städte journal?#%41.db"))
                .keys(folder.resolve("keys"))
                .build();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    public Journal journal() {
        return journal;
    }
}
