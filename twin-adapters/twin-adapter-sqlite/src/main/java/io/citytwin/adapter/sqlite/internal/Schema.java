package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalError;
import io.citytwin.core.error.CityTwinException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * The tables of a journal and their versions. A new file passes through all versions, so that each step is taken each time; an
 * older file takes what it lacks in one transaction. For one thread at a time.
 *
 * <p>Version 1 found entries by stream only and had no personal marks; version 2 finds them by key as well.
 */
public final class Schema {

    /** The version that this library writes. */
    public static final int NEWEST = 2;

    /** Stands in the file's header and tells a journal from other SQLite files. */
    static final int APPLICATION = 0x43695477;

    /** How many bits of a number tell its place within a segment; see {@link Segments}. */
    static final int SEGMENT_BITS = 14;

    private static final int BATCH = 1000;

    private static final List<String> FIRST = List.of(
            "CREATE TABLE name (id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE)",
            "CREATE TABLE entry (number INTEGER PRIMARY KEY, stream INTEGER NOT NULL, key BLOB NOT NULL,"
                    + " schema INTEGER NOT NULL, payload BLOB NOT NULL, month INTEGER NOT NULL, sum INTEGER NOT NULL)",
            "CREATE INDEX entry_by_stream ON entry (stream)",
            "CREATE TABLE mark (name INTEGER PRIMARY KEY, number INTEGER NOT NULL, state BLOB NOT NULL)",
            "CREATE TABLE link (number INTEGER PRIMARY KEY, last INTEGER NOT NULL, marks BLOB NOT NULL,"
                    + " event TEXT NOT NULL, hash BLOB NOT NULL)",
            "CREATE TABLE gone (link INTEGER NOT NULL, stream INTEGER NOT NULL, count INTEGER NOT NULL,"
                    + " whole INTEGER NOT NULL, digests BLOB NOT NULL, PRIMARY KEY (link, stream)) WITHOUT ROWID",
            "CREATE TABLE month (id INTEGER PRIMARY KEY)",
            "PRAGMA application_id = " + APPLICATION);

    private static final List<String> COLUMNS = List.of(
            "ALTER TABLE mark ADD COLUMN month INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE entry ADD COLUMN hash INTEGER NOT NULL DEFAULT 0",
            "DROP INDEX entry_by_stream");

    private static final List<String> INDEX = List.of(
            "CREATE INDEX entry_by_key ON entry (stream, number >> " + SEGMENT_BITS + ", hash)",
            // For people who look into the file with other tools.
            "CREATE VIEW readable AS SELECT number, CAST(text AS TEXT) AS stream, CAST(key AS TEXT) AS key, schema,"
                    + " CAST(payload AS TEXT) AS payload FROM entry JOIN name ON id = stream WHERE month = 0");

    private final Connection connection;
    private final Path file;
    private final Runnable step;

    /**
     * The tables in a file.
     *
     * @param connection that may write
     * @param file for messages
     * @param step run at each step, for tests that end the process there
     */
    public Schema(Connection connection, Path file, Runnable step) {
        this.connection = connection;
        this.file = file;
        this.step = step;
    }

    /**
     * Makes what is not there.
     *
     * @param version at least the one that the file has; {@link #NEWEST} except in tests
     * @throws SQLException if the file cannot be read or written
     */
    public void upgrade(int version) throws SQLException {
        int found = version();
        if (found > NEWEST) {
            throw newer(found, file);
        } else if (found >= version) {
            return;
        }
        Transaction.of(connection, () -> {
            if (found < 1) {
                all(FIRST);
            }
            if (version > 1) {
                all(COLUMNS);
                fillHashes();
                all(INDEX);
            }
            all(List.of("PRAGMA user_version = " + version));
        });
    }

    /**
     * Refuses what cannot be read as it is.
     *
     * @throws SQLException if the file cannot be read
     */
    void check() throws SQLException {
        int found = version();
        if (found > NEWEST) {
            throw newer(found, file);
        } else if (found < NEWEST) {
            throw new CityTwinException(
                    JournalError.OLDER,
                    "`" + file + "` has version `" + found + "`; this command reads version `" + NEWEST + "`.",
                    "Maybe let the city open it once, which brings it up to date.");
        }
    }

    /** The version in the file; 0 if nothing is in it yet. */
    private int version() throws SQLException {
        long application = Sql.number(connection, "PRAGMA application_id");
        long tables = Sql.number(connection, "SELECT count(*) FROM sqlite_schema");
        if (application == 0 && tables == 0) {
            return 0;
        } else if (application != APPLICATION) {
            throw Failures.noJournal(file, null);
        }
        return (int) Sql.number(connection, "PRAGMA user_version");
    }

    private void all(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
                step.run();
            }
        }
    }

    private void fillHashes() throws SQLException {
        try (Statement read = connection.createStatement();
                PreparedStatement write = connection.prepareStatement("UPDATE entry SET hash = ? WHERE number = ?")) {
            ResultSet rows = read.executeQuery("SELECT number, key FROM entry");
            int left = BATCH;
            while (rows.next()) {
                write.setInt(1, Arrays.hashCode(rows.getBytes(2)));
                write.setLong(2, rows.getLong(1));
                write.executeUpdate();
                if (--left == 0) {
                    left = BATCH;
                    step.run();
                }
            }
        }
    }

    private static CityTwinException newer(int found, Path file) {
        return new CityTwinException(
                JournalError.NEWER,
                "`" + file + "` has version `" + found + "`; this library knows versions up to `" + NEWEST + "`.",
                "Maybe use the library that wrote it, or a newer one.");
    }
}
