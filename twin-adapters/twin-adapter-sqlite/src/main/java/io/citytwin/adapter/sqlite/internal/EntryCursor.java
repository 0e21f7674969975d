package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Goes through all entries in their order, one at a time. For one thread at a time. */
public final class EntryCursor implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Names names;
    private long number;
    private Optional<Row> row = Optional.empty();

    EntryCursor(Connection connection, Names names, long after) throws SQLException {
        this.names = names;
        this.statement =
                connection.prepareStatement("SELECT " + Rows.COLUMNS + " FROM entry WHERE number > ? ORDER BY number");
        this.rows = Sql.asked(statement, after);
        next();
    }

    void next() throws SQLException {
        boolean more = rows.next();
        number = more ? rows.getLong(1) : Long.MAX_VALUE;
        row = more ? Rows.read(rows, names) : Optional.empty();
    }

    /** The number of the entry it stands on; {@code Long.MAX_VALUE} behind the last one. */
    long number() {
        return number;
    }

    /** Empty behind the last one, and for an entry whose stream has no name. */
    Optional<Row> row() {
        return row;
    }

    /** Whether what lies beside an entry to find it again still fits to it. */
    boolean fits(Row read, byte[] digest) throws SQLException {
        return Rows.sum(rows) == Rows.sum(digest) && Rows.hash(rows) == read.keyHash();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
