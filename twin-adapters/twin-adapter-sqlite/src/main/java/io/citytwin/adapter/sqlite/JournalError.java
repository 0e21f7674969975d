package io.citytwin.adapter.sqlite;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with a journal in a file. Immutable. */
public enum JournalError implements ErrorCode {
    FULL("J501", "The disk is full; nothing of the batch was kept."),
    NO_JOURNAL("J502", "A file is no journal."),
    NEWER("J503", "A journal was written by a newer version of the library."),
    IN_USE("J504", "A journal is already open, here or in another process."),
    DAMAGED("J505", "The file of a journal is damaged."),
    DISK("J506", "The file of a journal cannot be read or written."),
    KEY("J507", "A personal entry has no key, or not the one that it was written under."),
    CLOSED("J508", "A journal was used after it was closed."),
    OLDER("J509", "A journal is of an older version, which commands that only read do not bring up to date."),
    READ_ONLY("J510", "Something was to be written to a journal that was opened for reading only.");

    private final String id;
    private final String meaning;

    JournalError(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
