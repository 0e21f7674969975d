package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of a selection, some at a time. For one thread at a time. */
final class RowSource {

    private static final int MOST_ROWS = 512;
    private static final long MOST_BYTES = 4L << 20;
    /** Where at least one number of so many is wanted, reading them all is faster than asking for each. */
    private static final int DENSE = 4;

    private final Names names;
    private final Segments segments;
    private final PreparedStatement range;
    private final PreparedStatement months;

    RowSource(Connection connection, Names names) throws SQLException {
        this.names = names;
        this.segments = new Segments(connection);
        this.range = connection.prepareStatement(
                "SELECT " + Rows.COLUMNS + " FROM entry WHERE number BETWEEN ? AND ? ORDER BY number");
        this.months = connection.prepareStatement("SELECT id FROM month");
    }

    /** How a key is written in clear and in each month that has a key. */
    Map<Integer, byte[]> namesOf(String stream, String key, Months keys) throws SQLException {
        Map<Integer, byte[]> written = new HashMap<>();
        written.put(Row.NOBODY, Text.bytes(key));
        for (long month : Sql.numbers(months)) {
            keys.find((int) month).ifPresent(held -> written.put((int) month, held.name(stream, key)));
        }
        return written;
    }

    /** The next rows; none at the end. */
    List<Row> next(Selection selection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (rows.isEmpty() && advance(selection)) {
            int until = Math.min(selection.at + MOST_ROWS, selection.numbers.length);
            long first = selection.numbers[selection.at];
            if (selection.numbers[until - 1] - first < (long) DENSE * (until - selection.at)) {
                readRange(selection, until, rows);
            } else {
                readEach(selection, until, rows);
            }
        }
        return rows;
    }

    /** Goes on to the next segment where this one is read; false at the end. */
    private boolean advance(Selection selection) throws SQLException {
        while (selection.at >= selection.numbers.length) {
            selection.segment = segments.next(selection.streams, selection.segment);
            if (selection.segment > Segments.of(selection.end)) {
                return false;
            }
            long[] found = selection.isOfKey()
                    ? segments.numbers(selection.streams.iterator().next(), selection.segment, selection.hashes())
                    : segments.numbers(selection.streams, selection.segment);
            selection.numbers = Arrays.stream(found)
                    .filter(number -> number > selection.after && number <= selection.end)
                    .toArray();
            selection.at = 0;
            selection.segment++;
        }
        return true;
    }

    private void readRange(Selection selection, int until, List<Row> rows) throws SQLException {
        long bytes = 0;
        try (ResultSet found = Sql.asked(range, selection.numbers[selection.at], selection.numbers[until - 1])) {
            while (bytes < MOST_BYTES && found.next()) {
                long number = found.getLong(1);
                int place = Arrays.binarySearch(selection.numbers, selection.at, until, number);
                if (place >= 0) {
                    selection.at = place + 1;
                    bytes += take(found, selection, rows);
                }
            }
        }
        // Some may have been forgotten since their numbers were read.
        selection.at = bytes < MOST_BYTES ? until : selection.at;
    }

    private void readEach(Selection selection, int until, List<Row> rows) throws SQLException {
        long bytes = 0;
        while (bytes < MOST_BYTES && selection.at < until) {
            long number = selection.numbers[selection.at++];
            try (ResultSet found = Sql.asked(range, number, number)) {
                if (found.next()) {
                    bytes += take(found, selection, rows);
                }
            }
        }
    }

    private long take(ResultSet found, Selection selection, List<Row> rows) throws SQLException {
        Row row = Rows.read(found, names).orElse(null);
        if (row == null || !selection.wants(row)) {
            return 0;
        }
        rows.add(row);
        return row.payload.length;
    }
}
