package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Small questions to a file. For one thread at a time. */
final class Sql {

    private Sql() {}

    /** The number in the first row, 0 if there is none. */
    static long number(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return number(statement, values);
        }
    }

    static long number(PreparedStatement statement, long... values) throws SQLException {
        try (ResultSet rows = asked(statement, values)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** The numbers in all rows. */
    static List<Long> numbers(PreparedStatement statement, long... values) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = asked(statement, values)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    static ResultSet asked(PreparedStatement statement, long... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        return statement.executeQuery();
    }

    static int changed(PreparedStatement statement, long... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    /** Bytes that are there, and none where the file was changed to have none. */
    static byte[] bytes(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
