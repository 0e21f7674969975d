package io.citytwin.adapter.sqlite.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The end of the hash chain, in memory as in the file. For one thread at a time. */
final class Chain {

    private static final int MARKS = 3;
    private static final int EVENT = 4;
    private static final int HASH = 5;

    private final Connection connection;
    private final Path file;
    private final Names names;
    private final Digests digests = new Digests();
    private final SortedSet<Integer> months = new TreeSet<>();
    private final PreparedStatement addLink;
    private long links;
    private long last;
    private byte[] head = Link.START;

    Chain(Connection connection, Path file) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.names = new Names(connection);
        this.addLink = connection.prepareStatement(
                "INSERT INTO link (number, last, marks, event, hash) VALUES (?, ?, ?, ?, ?)");
    }

    /** Reads the end from the file. */
    void load() throws SQLException {
        names.load();
        links = 0;
        last = 0;
        head = Link.START;
        try (PreparedStatement newest = connection.prepareStatement(
                        "SELECT number, last, hash FROM link ORDER BY number DESC LIMIT 1");
                ResultSet rows = newest.executeQuery()) {
            if (rows.next()) {
                links = rows.getLong(1);
                last = rows.getLong(2);
                head = Sql.bytes(rows, MARKS);
            }
        }
        if (Sql.number(connection, "SELECT max(number) FROM entry") > last) {
            throw Failures.damaged(file, "entries behind the last link", null);
        }
        months.clear();
        try (PreparedStatement all = connection.prepareStatement("SELECT id FROM month")) {
            Sql.numbers(all).forEach(month -> months.add(month.intValue()));
        }
    }

    Names names() {
        return names;
    }

    Digests digests() {
        return digests;
    }

    long last() {
        return last;
    }

    byte[] head() {
        return head.clone();
    }

    /** The months that ever had a key, or were erased before they had one. */
    Set<Integer> months() {
        return months;
    }

    /** Writes down months, so that none of them gets a second key. */
    void open(Collection<Integer> more) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("INSERT OR IGNORE INTO month (id) VALUES (?)")) {
            for (int month : more) {
                Sql.changed(add, month);
                months.add(month);
            }
        }
    }

    Link next(long newLast, byte[] marks, Event event) {
        return new Link(links + 1, newLast, marks, event.text());
    }

    /** Writes the link that ends a transaction. */
    void close(Link link) throws SQLException {
        head = link.hash(head, digests);
        links = link.number();
        last = link.last();
        addLink.setLong(1, links);
        addLink.setLong(2, last);
        addLink.setBytes(MARKS, link.marks());
        addLink.setString(EVENT, link.event());
        addLink.setBytes(HASH, head);
        addLink.executeUpdate();
    }
}
