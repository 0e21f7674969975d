package io.citytwin.adapter.sqlite;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;

/** The contract is no invention of the file's: the journal in memory keeps it too. */
class MemoryJournalContractTest implements JournalContract {

    private final Journal journal = new MemoryJournal();

    @Override
    public Journal journal() {
        return journal;
    }
}
