package io.citytwin.adapter.sqlite.internal;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.JournalFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the files of this adapter's journals for reading. Safe for use by many threads. */
public final class SqliteFiles implements JournalFiles {

    @Override
    public boolean reads(Path file) {
        return Database.isOne(file);
    }

    @Override
    public Journal open(Path file, Optional<Path> keys) {
        return new ReadOnlyJournal(file, Reader.open(file, Months.in(keys)));
    }
}
