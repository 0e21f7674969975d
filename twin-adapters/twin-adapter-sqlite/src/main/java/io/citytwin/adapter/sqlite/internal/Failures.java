package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalError;
import io.citytwin.core.error.CityTwinException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what SQLite's failures mean for who keeps a journal. Safe for use by many threads. */
final class Failures {

    private static final int PRIMARY = 0xff;

    private Failures() {}

    static CityTwinException of(SQLException failure, Path file) {
        int code = failure.getErrorCode() & PRIMARY;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new CityTwinException(
                    JournalError.FULL,
                    "There is no room left to write to `" + file + "`; nothing of the batch was kept.",
                    "Maybe make room on its disk and append the same batch again.",
                    failure);
        } else if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return noJournal(file, failure);
        } else if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return damaged(file, String.valueOf(failure.getMessage()), failure);
        } else if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new CityTwinException(
                    JournalError.IN_USE,
                    "`" + file + "` is locked by another program.",
                    "Maybe close the program that has it open.",
                    failure);
        } else if (code == SQLiteErrorCode.SQLITE_ERROR.code || code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            // A statement that always worked fails only where the tables are not what they were.
            return damaged(file, String.valueOf(failure.getMessage()), failure);
        }
        return unreadable(file, failure);
    }

    static CityTwinException unreadable(Path file, Exception failure) {
        return new CityTwinException(
                JournalError.DISK,
                "`" + file + "` cannot be read or written: `" + failure.getMessage() + "`.",
                "Maybe look at its disk and at who may write there.",
                failure);
    }

    static CityTwinException noJournal(Path file, @org.jspecify.annotations.Nullable Exception cause) {
        return new CityTwinException(
                JournalError.NO_JOURNAL, "`" + file + "` is no journal.", "Maybe it is another file's name.", cause);
    }

    static CityTwinException damaged(Path file, String what, @org.jspecify.annotations.Nullable Exception cause) {
        return new CityTwinException(
                JournalError.DAMAGED,
                "`" + file + "` is damaged: `" + what + "`.",
                "Maybe look with `citytwin journal verify`, and go back to a copy.",
                cause);
    }

    static CityTwinException closed(Path file) {
        return new CityTwinException(
                JournalError.CLOSED,
                "The journal `" + file + "` is closed.",
                "Maybe close it after the city that writes to it.");
    }

    static CityTwinException readOnly(Path file) {
        return new CityTwinException(
                JournalError.READ_ONLY,
                "The journal `" + file + "` was opened for reading only.",
                "Maybe open it with `SqliteJournal.builder()` where no city writes to it.");
    }
}
