package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalStatistics;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one that writes to a journal. Each change is one transaction with one link. Safe for use by many threads.
 */
public final class Writer implements AutoCloseable {

    private final Path file;
    private final FileHold hold;
    private final Connection connection;
    private final Chain chain;
    private final Addition addition;
    private final Forgetting forgetting;
    private final Months months;
    private final Latency latency = new Latency();
    // Fair, so that who appends does not wait for all that is forgotten.
    private final ReentrantLock lock = new ReentrantLock(true);
    /** Whether a transaction failed, so that memory may tell more than the file. */
    private boolean stale = true;

    private boolean closed;

    private Writer(Path file, FileHold hold, Connection connection, Months months) throws SQLException {
        this.file = file;
        this.hold = hold;
        this.connection = connection;
        this.months = months;
        this.chain = new Chain(connection, file);
        this.addition = new Addition(connection, chain, months);
        this.forgetting = new Forgetting(connection, chain);
        refresh();
    }

    /**
     * Opens a file for writing, makes it if it is not there and brings it up to date.
     *
     * @param file of the journal
     * @param months keys for what is personal
     * @param step run at each step of bringing it up to date
     * @return the only writer of the file
     */
    public static Writer open(Path file, Months months, Runnable step) {
        FileHold hold = FileHold.of(file);
        Connection connection = null;
        boolean open = false;
        try {
            connection = Database.writing(file);
            new Schema(connection, file, step).upgrade(Schema.NEWEST);
            Writer writer = new Writer(file, hold, connection, months);
            open = true;
            return writer;
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        } finally {
            if (!open) {
                closeQuietly(connection);
                hold.close();
            }
        }
    }

    /**
     * Adds entries and marks.
     *
     * @param batch what happened
     * @param marks what is newest
     * @return number of the last entry
     */
    public long append(List<Entry> batch, List<Mark> marks) {
        List<Entry> entries = List.copyOf(batch);
        List<Mark> newest = List.copyOf(marks);
        long start = System.nanoTime();
        lock.lock();
        try {
            if (entries.isEmpty() && newest.isEmpty()) {
                change(null);
                return chain.last();
            }
            long[] bytes = new long[1];
            change(() -> bytes[0] = addition.add(entries, newest));
            latency.add(entries.size(), bytes[0], System.nanoTime() - start);
            return chain.last();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets go of entries, segment by segment.
     *
     * @param streams of which
     * @param upTo number of the last one
     */
    public void forget(Set<String> streams, long upTo) {
        long[] next = {0, upTo};
        while (next[0] < Long.MAX_VALUE) {
            lock.lock();
            try {
                change(null);
                next[1] = Math.min(next[1], chain.last());
                next[0] = forgetting.next(streams, next[0], next[1]);
                if (next[0] < Long.MAX_VALUE) {
                    change(() -> forgetting.forget(streams, next[0], next[1]));
                    next[0]++;
                }
            } catch (SQLException failure) {
                throw Failures.of(failure, file);
            } finally {
                lock.unlock();
            }
        }
        truncate();
    }

    /**
     * Destroys the key of a month.
     *
     * @param month which
     */
    public void erase(YearMonth month) {
        int number = Months.of(month);
        lock.lock();
        try {
            change(null);
            if (chain.months().contains(number) && months.find(number).isEmpty()) {
                return;
            }
            months.destroy(number);
            change(() -> {
                chain.open(Set.of(number));
                chain.close(chain.next(chain.last(), new byte[0], Event.erased(number)));
            });
        } finally {
            lock.unlock();
        }
    }

    /**
     * The months that have a key, as far as this journal knows them.
     *
     * @return the first one first
     */
    public SortedSet<YearMonth> held() {
        lock.lock();
        try {
            change(null);
            SortedSet<YearMonth> held = new TreeSet<>();
            chain.months().stream()
                    .filter(month -> months.find(month).isPresent())
                    .forEach(month -> held.add(Months.month(month)));
            return held;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The hash of the newest link.
     *
     * @return 64 hexadecimal digits
     */
    public String head() {
        lock.lock();
        try {
            change(null);
            return HexFormat.of().formatHex(chain.head());
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was written since it was opened.
     *
     * @return counts and times
     */
    public JournalStatistics statistics() {
        return latency.statistics();
    }

    /**
     * Lets the file grow no further, as a full disk does.
     *
     * @param pages most pages of 4096 bytes
     */
    public void limit(long pages) {
        lock.lock();
        try {
            Transaction.execute(connection, "PRAGMA max_page_count = " + pages);
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        } finally {
            lock.unlock();
        }
    }

    /** Changes the file, or with null only makes sure that memory tells what the file does. */
    private void change(Transaction.@Nullable Work work) {
        if (closed) {
            throw Failures.closed(file);
        }
        try {
            if (stale) {
                refresh();
            }
            if (work != null) {
                stale = true;
                Transaction.of(connection, work);
                stale = false;
            }
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        }
    }

    private void refresh() throws SQLException {
        chain.load();
        stale = false;
    }

    // What was forgotten also leaves the log. Where somebody reads, the next checkpoint does it.
    private void truncate() {
        lock.lock();
        try {
            int patience = (int) Sql.number(connection, "PRAGMA busy_timeout");
            Transaction.execute(connection, "PRAGMA busy_timeout = 0");
            Transaction.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Transaction.execute(connection, "PRAGMA busy_timeout = " + patience);
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                closeQuietly(connection);
                hold.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException everythingIsCommitted) {
            return;
        }
    }
}
