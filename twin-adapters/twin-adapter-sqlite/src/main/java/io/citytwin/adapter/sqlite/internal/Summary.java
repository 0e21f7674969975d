package io.citytwin.adapter.sqlite.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in a journal. Immutable.
 *
 * @param version of the tables
 * @param bytes of the file, without its log
 * @param links of the chain
 * @param head of the chain, 64 hexadecimal digits
 * @param streams the first name first
 * @param months that ever had personal entries, and whether their key is there
 */
public record Summary(
        int version,
        long bytes,
        long links,
        String head,
        List<OfStream> streams,
        SortedMap<YearMonth, Boolean> months) {

    private static final String STREAMS = """
            SELECT coalesce(stream, lost), entries, bytes, coalesce(least, 0), coalesce(most, 0), coalesce(forgotten, 0)
            FROM (SELECT stream, count(*) AS entries, sum(length(key) + length(payload)) AS bytes,
                         min(number) AS least, max(number) AS most FROM entry GROUP BY stream)
            FULL JOIN (SELECT stream AS lost, sum(count) AS forgotten FROM gone GROUP BY stream) ON stream = lost""";

    private static final int MOST = 5;
    private static final int FORGOTTEN = 6;

    /**
     * Reads a file as it is at one moment, whoever writes meanwhile.
     *
     * @param file of the journal
     * @param keys the folder of keys, which tells better than the chain which months are erased
     * @return what is in it
     */
    public static Summary of(Path file, Months keys) {
        try (Connection connection = Database.reading(file)) {
            Transaction.execute(connection, "BEGIN");
            try (PreparedStatement newest =
                            connection.prepareStatement("SELECT number, hash FROM link ORDER BY number DESC LIMIT 1");
                    ResultSet rows = newest.executeQuery()) {
                boolean any = rows.next();
                byte[] head = any ? Sql.bytes(rows, 2) : Link.START;
                return new Summary(
                        (int) Sql.number(connection, "PRAGMA user_version"),
                        Sql.number(connection, "PRAGMA page_count") * Sql.number(connection, "PRAGMA page_size"),
                        any ? rows.getLong(1) : 0,
                        HexFormat.of().formatHex(head),
                        streams(connection),
                        months(connection, keys));
            }
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        }
    }

    private static List<OfStream> streams(Connection connection) throws SQLException {
        Names names = new Names(connection);
        List<OfStream> streams = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement(STREAMS);
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                streams.add(new OfStream(
                        String.valueOf(names.name(rows.getInt(1))),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(MOST),
                        rows.getLong(FORGOTTEN)));
            }
        }
        streams.sort(Comparator.comparing(OfStream::name));
        return List.copyOf(streams);
    }

    private static SortedMap<YearMonth, Boolean> months(Connection connection, Months keys) throws SQLException {
        Set<Integer> erased = Events.of(connection).erased();
        SortedMap<YearMonth, Boolean> months = new TreeMap<>();
        try (PreparedStatement all = connection.prepareStatement("SELECT id FROM month")) {
            for (long id : Sql.numbers(all)) {
                int month = (int) id;
                boolean held = keys.isFolder() ? keys.find(month).isPresent() : !erased.contains(month);
                months.put(Months.month(month), held);
            }
        }
        return months;
    }

    /**
     * A stream. Immutable.
     *
     * @param name of it
     * @param entries that are there
     * @param bytes of their keys and payloads
     * @param first number; 0 if none is there
     * @param last number; 0 if none is there
     * @param forgotten entries that were let go of
     */
    public record OfStream(String name, long entries, long bytes, long first, long last, long forgotten) {}
}
