package io.citytwin.adapter.sqlite.internal;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads and writes rows of the table of entries. For one thread at a time. */
final class Rows {

    static final String COLUMNS = "number, stream, key, schema, payload, month, sum, hash";

    private static final int STREAM = 2;
    private static final int KEY = 3;
    private static final int SCHEMA = 4;
    private static final int PAYLOAD = 5;
    private static final int MONTH = 6;
    private static final int SUM = 7;
    private static final int HASH = 8;

    private Rows() {}

    /** The row that a result stands on; empty if its stream has no name, which happens in damaged files only. */
    static Optional<Row> read(ResultSet rows, Names names) throws SQLException {
        String stream = names.name(rows.getInt(STREAM));
        return stream == null
                ? Optional.empty()
                : Optional.of(new Row(
                        new Row.Place(rows.getLong(1), stream),
                        rows.getInt(SCHEMA),
                        Sql.bytes(rows, KEY),
                        Sql.bytes(rows, PAYLOAD),
                        rows.getInt(MONTH)));
    }

    /** The first bytes of a row's digest, which tell which of many rows was changed. */
    static int sum(byte[] digest) {
        return ByteBuffer.wrap(digest).getInt();
    }

    static int sum(ResultSet rows) throws SQLException {
        return rows.getInt(SUM);
    }

    static int hash(ResultSet rows) throws SQLException {
        return rows.getInt(HASH);
    }

    static void add(PreparedStatement statement, Row row, int stream, byte[] digest) throws SQLException {
        statement.setLong(1, row.number);
        statement.setInt(STREAM, stream);
        statement.setBytes(KEY, row.key);
        statement.setInt(SCHEMA, row.schema);
        statement.setBytes(PAYLOAD, row.payload);
        statement.setInt(MONTH, row.month);
        statement.setInt(SUM, sum(digest));
        statement.setInt(HASH, row.keyHash());
        statement.addBatch();
    }
}
