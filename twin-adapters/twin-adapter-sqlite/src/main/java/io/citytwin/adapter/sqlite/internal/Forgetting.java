package io.citytwin.adapter.sqlite.internal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Deletes entries and leaves digests in their place, so that the links that came with them can still be proven: one for each
 * stream of a link that is gone whole, one for each entry where some of them stay. For one thread at a time.
 */
final class Forgetting {

    private static final int WHOLE = 4;
    private static final int DIGESTS = 5;

    private final Chain chain;
    private final Segments segments;
    private final PreparedStatement entry;
    private final PreparedStatement delete;
    private final PreparedStatement rest;
    private final PreparedStatement gone;
    private final PreparedStatement setGone;
    private final PreparedStatement lastOf;
    private final PreparedStatement linkCount;

    Forgetting(Connection connection, Chain chain) throws SQLException {
        this.chain = chain;
        this.segments = new Segments(connection);
        this.entry = connection.prepareStatement("SELECT " + Rows.COLUMNS + " FROM entry WHERE number = ?");
        this.delete = connection.prepareStatement("DELETE FROM entry WHERE number = ?");
        this.rest = connection.prepareStatement(
                "SELECT 1 FROM entry WHERE +stream = ? AND number > ? AND number <= ? LIMIT 1");
        this.gone = connection.prepareStatement("SELECT digests FROM gone WHERE link = ? AND stream = ?");
        this.setGone = connection.prepareStatement(
                "INSERT OR REPLACE INTO gone (link, stream, count, whole, digests) VALUES (?, ?, ?, ?, ?)");
        this.lastOf = connection.prepareStatement("SELECT last FROM link WHERE number = ?");
        this.linkCount = connection.prepareStatement("SELECT max(number) FROM link");
    }

    /** The next segment with something to forget; {@code Long.MAX_VALUE} if there is none. */
    long next(Set<String> streams, long from, long upTo) throws SQLException {
        List<Integer> ids = ids(streams);
        long segment = segments.next(ids, from);
        while (segment <= Segments.of(upTo)) {
            long[] numbers = segments.numbers(ids, segment);
            if (numbers.length > 0 && numbers[0] <= upTo) {
                return segment;
            }
            segment = segments.next(ids, segment + 1);
        }
        return Long.MAX_VALUE;
    }

    /** Forgets what is in one segment, and adds the link that says so. */
    void forget(Collection<String> streams, long segment, long upTo) throws SQLException {
        SortedSet<String> forgot = new TreeSet<>();
        for (String stream : streams) {
            Integer id = chain.names().id(stream);
            if (id != null && forget(new Group(stream, id), segments.numbers(List.of(id), segment), upTo)) {
                forgot.add(stream);
            }
        }
        long until = Math.min(upTo, (segment + 1 << Schema.SEGMENT_BITS) - 1);
        chain.close(chain.next(chain.last(), new byte[0], Event.forgot(forgot, until)));
    }

    private List<Integer> ids(Set<String> streams) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        for (String stream : streams) {
            Integer id = chain.names().id(stream);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private boolean forget(Group group, long[] numbers, long upTo) throws SQLException {
        int from = 0;
        long link = 0;
        while (from < numbers.length && numbers[from] <= upTo) {
            link = link == 0 ? linkOf(numbers[from]) : link + 1;
            long last = Sql.number(lastOf, link);
            List<byte[]> digests = new ArrayList<>();
            for (; from < numbers.length && numbers[from] <= Math.min(upTo, last); from++) {
                digests.add(digest(numbers[from]));
                Sql.changed(delete, numbers[from]);
            }
            if (!digests.isEmpty()) {
                keep(group, link, last, digests);
            }
        }
        return from > 0;
    }

    private byte[] digest(long number) throws SQLException {
        try (ResultSet rows = Sql.asked(entry, number)) {
            return chain.digests().entry(Rows.read(rows, chain.names()).orElseThrow());
        }
    }

    private void keep(Group group, long link, long last, List<byte[]> more) throws SQLException {
        List<byte[]> digests = new ArrayList<>();
        try (ResultSet rows = Sql.asked(gone, link, group.id)) {
            if (rows.next()) {
                digests.addAll(split(Sql.bytes(rows, 1)));
            }
        }
        digests.addAll(more);
        boolean whole = Sql.number(rest, group.id, Sql.number(lastOf, link - 1), last) == 0;
        setGone.setLong(1, link);
        setGone.setInt(2, group.id);
        setGone.setInt(WHOLE - 1, digests.size());
        setGone.setInt(WHOLE, whole ? 1 : 0);
        setGone.setBytes(DIGESTS, whole ? chain.digests().group(group.stream, digests) : joined(digests));
        setGone.executeUpdate();
    }

    static List<byte[]> split(byte[] joined) {
        List<byte[]> digests = new ArrayList<>();
        for (ByteBuffer left = ByteBuffer.wrap(joined); left.remaining() >= Digests.BYTES; ) {
            byte[] digest = new byte[Digests.BYTES];
            left.get(digest);
            digests.add(digest);
        }
        return digests;
    }

    private static byte[] joined(List<byte[]> digests) {
        ByteBuffer bytes = ByteBuffer.allocate(digests.size() * Digests.BYTES);
        digests.forEach(bytes::put);
        return bytes.array();
    }

    /** The link that an entry came with: the first whose last entry is not before it. */
    private long linkOf(long number) throws SQLException {
        long low = 1;
        long high = Sql.number(linkCount);
        while (low < high) {
            long middle = low + high >>> 1;
            if (Sql.number(lastOf, middle) >= number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A stream and its id. Immutable. */
    private record Group(String stream, int id) {}
}
