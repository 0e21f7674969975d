package io.citytwin.adapter.sqlite.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of forgotten entries, and whether somebody forgot them. For one thread at a time. */
final class Gone {

    private static final int WHOLE = 3;
    private static final int DIGESTS = 4;

    private final Connection connection;
    private final Names names;
    private final PreparedStatement ofLink;
    /** Up to which number each stream was forgotten. */
    private final Map<String, Long> upTo = new HashMap<>();

    private final Set<Long> unused = new HashSet<>();
    private final Set<String> streams = new HashSet<>();
    private long entries;
    private long expected;
    private long lastMissing;

    Gone(Connection connection, Names names) throws SQLException {
        this.connection = connection;
        this.names = names;
        this.ofLink = connection.prepareStatement("SELECT stream, count, whole, digests FROM gone WHERE link = ?");
    }

    void load(Events events) throws SQLException {
        upTo.putAll(events.forgot());
        try (PreparedStatement links = connection.prepareStatement("SELECT DISTINCT link FROM gone")) {
            unused.addAll(Sql.numbers(links));
        }
    }

    /** Adds to a link, before which some entries came, what is left of its forgotten ones; tells how many these were. */
    long into(Link link, long before) throws SQLException {
        streams.clear();
        lastMissing = 0;
        expected = before + 1;
        unused.remove(link.number());
        long count = 0;
        try (ResultSet rows = Sql.asked(ofLink, link.number())) {
            while (rows.next()) {
                String stream = String.valueOf(names.name(rows.getInt(1)));
                streams.add(stream);
                count += rows.getLong(2);
                byte[] digests = Sql.bytes(rows, DIGESTS);
                if (rows.getInt(WHOLE) != 0) {
                    link.addWhole(stream, digests);
                } else {
                    List<byte[]> each = Forgetting.split(digests);
                    each.forEach(digest -> link.add(stream, digest));
                }
            }
        }
        entries += count;
        return count;
    }

    /** Notes an entry that is there. */
    void seen(long number) {
        lastMissing = number > expected ? number - 1 : lastMissing;
        expected = number + 1;
    }

    /** Whether all that is gone from a link was forgotten by somebody, who wrote that into the chain. */
    boolean isCovered(long before, long last) {
        lastMissing = expected <= last ? last : lastMissing;
        return streams.isEmpty()
                || streams.stream().allMatch(stream -> bound(stream) > before) && most() >= lastMissing;
    }

    private long most() {
        return streams.stream().mapToLong(this::bound).max().orElse(0);
    }

    private long bound(String stream) {
        return upTo.getOrDefault(stream, 0L);
    }

    /** The links that have digests and are not there. */
    Set<Long> unused() {
        return unused;
    }

    long entries() {
        return entries;
    }
}
