package io.citytwin.adapter.sqlite.internal;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens connections to the file of a journal. Safe for use by many threads. */
public final class Database {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int CACHE_KIBIBYTES = 16_384;
    // A checkpoint each 16 MiB: more often costs speed, more seldom makes opening after a crash slow.
    private static final int CHECKPOINT_PAGES = 4096;
    private static final int LOG_BYTES = 64 << 20;

    private Database() {}

    /**
     * The connection that writes, to a file that is made if it is not there. A commit is on the disk when it returns.
     *
     * @param file that nobody else writes to
     * @return a connection without transaction
     */
    static Connection writing(Path file) {
        refuseOthers(file);
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(-CACHE_KIBIBYTES);
        return opened(file, config, connection -> {
            Transaction.execute(connection, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            // After a long reading has kept the log from being emptied, it gives its room back.
            Transaction.execute(connection, "PRAGMA journal_size_limit = " + LOG_BYTES);
            // What is forgotten is overwritten, not only left out.
            Transaction.execute(connection, "PRAGMA secure_delete = ON");
            // Some systems call a write done that has not left the disk's own memory.
            Transaction.execute(connection, "PRAGMA fullfsync = ON");
        });
    }

    /**
     * A connection that only reads, beside one that writes.
     *
     * @param file of a journal in its newest version
     * @return a connection without transaction
     * @throws CityTwinException {@code C111}, {@code J502}, {@code J503}, {@code J505}, {@code J506} or {@code J509} if it
     *     cannot be read
     */
    public static Connection reading(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + file + "` is no file.", "Maybe it is in another folder.");
        }
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return opened(file, config, connection -> new Schema(connection, file, () -> {}).check());
    }

    private static Connection opened(Path file, SQLiteConfig config, Preparation preparation) {
        try {
            Connection connection = config.createConnection(url(file));
            boolean ready = false;
            try {
                preparation.prepare(connection);
                ready = true;
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
            return connection;
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config;
    }

    // As a URI, in which no sign of the path has a second meaning.
    private static String url(Path file) {
        return "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath();
    }

    /** Whether a file begins as those of SQLite do. */
    static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }

    // SQLite would take a short file for an empty one.
    private static void refuseOthers(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MAGIC.length);
            if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
                throw Failures.noJournal(file, null);
            }
        } catch (IOException failure) {
            throw Failures.unreadable(file, failure);
        }
    }

    /** What comes before a connection is of use. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(Connection connection) throws SQLException;
    }
}
