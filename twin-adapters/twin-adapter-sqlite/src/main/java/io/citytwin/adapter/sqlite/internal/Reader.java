package io.citytwin.adapter.sqlite.internal;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import io.citytwin.core.spi.Journal.Marked;
import io.citytwin.core.spi.Journal.Numbered;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal on a connection of its own, a few rows at a time. Who takes them does so outside of every lock and
 * transaction, so that a slow one holds up nobody. Safe for use by many threads.
 */
public final class Reader implements AutoCloseable {

    private static final int STATE = 2;
    private static final int MONTH = 3;

    private final Path file;
    private final Connection connection;
    private final Months months;
    private final Names names;
    private final RowSource rows;
    private final PreparedStatement mark;
    private final PreparedStatement last;
    private boolean closed;

    private Reader(Path file, Connection connection, Months months) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.months = months;
        this.names = new Names(connection);
        this.rows = new RowSource(connection, names);
        this.mark = connection.prepareStatement("SELECT number, state, month FROM mark WHERE name = ?");
        this.last = connection.prepareStatement("SELECT last FROM link ORDER BY number DESC LIMIT 1");
    }

    /**
     * Opens a file for reading, also beside a writer.
     *
     * @param file of the journal
     * @param months keys for what is personal
     * @return a reader
     */
    public static Reader open(Path file, Months months) {
        Connection connection = Database.reading(file);
        try {
            return new Reader(file, connection, months);
        } catch (SQLException failure) {
            closeQuietly(connection);
            throw Failures.of(failure, file);
        }
    }

    /**
     * Replays streams in their common order.
     *
     * @param streams which
     * @param after number of the last entry not to read
     * @param reader takes each
     */
    public void replay(Set<String> streams, long after, Consumer<Numbered> reader) {
        Selection selection = locked(() -> {
            Set<Integer> ids = new TreeSet<>();
            for (String stream : streams) {
                Integer id = names.id(stream);
                if (id != null) {
                    ids.add(id);
                }
            }
            return Selection.ofStreams(ids, after, Sql.number(last));
        });
        replay(selection, reader);
    }

    /**
     * Replays the entries of a key.
     *
     * @param stream which
     * @param key whose
     * @param reader takes each
     */
    public void replay(String stream, String key, Consumer<Numbered> reader) {
        Selection selection = locked(() -> {
            Integer id = names.id(stream);
            return id == null
                    ? Selection.ofStreams(Set.of(), 0, 0)
                    : Selection.ofKey(id, rows.namesOf(stream, key, months), Sql.number(last));
        });
        replay(selection, reader);
    }

    private void replay(Selection selection, Consumer<Numbered> reader) {
        for (List<Row> some = next(selection); !some.isEmpty(); some = next(selection)) {
            for (Row row : some) {
                Optional<Entry> entry = entry(row);
                entry.ifPresent(read -> reader.accept(new Numbered(row.number, read)));
            }
        }
    }

    private List<Row> next(Selection selection) {
        return locked(() -> rows.next(selection));
    }

    private Optional<Entry> entry(Row row) {
        return row.isPersonal()
                ? months.find(row.month).filter(key -> row.payload.length > 0).map(key -> Sealing.entry(row, key))
                : Optional.of(Sealing.entry(row));
    }

    /**
     * A mark.
     *
     * @param name of it
     * @return empty if it was never set, or is of a month that was erased
     */
    public Optional<Marked> mark(String name) {
        return locked(() -> {
            Integer id = names.id(name);
            return id == null ? Optional.empty() : mark(name, id);
        });
    }

    private Optional<Marked> mark(String name, int id) throws SQLException {
        try (ResultSet found = Sql.asked(mark, id)) {
            if (!found.next()) {
                return Optional.empty();
            }
            long number = found.getLong(1);
            byte[] state = Sql.bytes(found, STATE);
            int month = found.getInt(MONTH);
            Optional<Mark> read = month == Row.NOBODY
                    ? Optional.of(new Mark(name, Text.of(state)))
                    : months.find(month)
                            .filter(key -> state.length > 0)
                            .map(key -> Sealing.mark(name, number, state, month, key));
            return read.map(newest -> new Marked(number, newest));
        }
    }

    private synchronized <T extends @Nullable Object> T locked(Question<T> question) {
        if (closed) {
            throw Failures.closed(file);
        }
        try {
            return question.ask();
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException nothingToSave) {
            return;
        }
    }

    /** Something that only the file can answer. */
    @FunctionalInterface
    private interface Question<T extends @Nullable Object> {
        T ask() throws SQLException;
    }
}
