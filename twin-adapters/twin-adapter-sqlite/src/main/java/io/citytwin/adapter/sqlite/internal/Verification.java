package io.citytwin.adapter.sqlite.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recomputes the chain of a journal over everything that lies in its file, and lets SQLite check the file itself. It sees the
 * journal as it was at one moment, whoever writes meanwhile. For one thread at a time.
 */
public final class Verification {

    private static final int MOST_SHOWN = 20;
    private static final int MARKS = 3;
    private static final int EVENT = 4;
    private static final int HASH = 5;

    private final Connection connection;
    private final Months months;
    private final String asked;
    private final Names names;
    private final Digests digests = new Digests();
    private final Gone gone;
    private final Map<Integer, byte[]> newestMarks = new HashMap<>();
    private final List<Broken> first = new ArrayList<>();
    private long broken;
    private long entries;
    private long links;
    private long last;
    private byte[] head = Link.START;
    private boolean headFound;

    private Verification(Connection connection, Months months, Optional<String> asked) throws SQLException {
        this.connection = connection;
        this.months = months;
        this.asked = asked.orElse("");
        this.names = new Names(connection);
        this.gone = new Gone(connection, names);
        this.headFound = asked.isEmpty() || matches(Link.START);
    }

    /**
     * Verifies a file.
     *
     * @param file of the journal
     * @param months keys; where they are, personal entries must open too
     * @param head a hash that was written down earlier and must be in the chain, as hexadecimal digits
     * @return what was found
     * @throws io.citytwin.core.error.CityTwinException as {@link Database#reading} does
     */
    public static Verified of(Path file, Months months, Optional<String> head) {
        try (Connection connection = Database.reading(file)) {
            Transaction.execute(connection, "BEGIN");
            Verification verification = new Verification(connection, months, head);
            verification.run();
            return verification.result();
        } catch (SQLException failure) {
            throw Failures.of(failure, file);
        }
    }

    private Verified result() {
        return new Verified(
                entries, gone.entries(), links, HexFormat.of().formatHex(head), headFound, broken, List.copyOf(first));
    }

    private void run() {
        try {
            checkFile();
            names.load();
            Events events = Events.of(connection);
            gone.load(events);
            try (EntryCursor cursor = new EntryCursor(connection, names, 0)) {
                walk(cursor);
                for (; cursor.number() < Long.MAX_VALUE; cursor.next()) {
                    report(cursor.number(), stream(cursor), "no link covers this entry");
                }
            }
            gone.unused()
                    .forEach(link -> report(0, "", "digests of forgotten entries in link " + link + " fit nowhere"));
            checkMarks();
            checkMonths(events.months());
        } catch (SQLException unreadable) {
            report(last + 1, "", "the file cannot be read on: " + unreadable.getMessage());
        }
    }

    private void checkFile() throws SQLException {
        try (PreparedStatement check = connection.prepareStatement("PRAGMA integrity_check");
                ResultSet rows = check.executeQuery()) {
            while (rows.next()) {
                if (!"ok".equals(rows.getString(1))) {
                    report(0, "", "the file itself: " + rows.getString(1));
                }
            }
        }
    }

    private void walk(EntryCursor cursor) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(
                        "SELECT number, last, marks, event, hash FROM link ORDER BY number");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                Link link = new Link(
                        rows.getLong(1),
                        rows.getLong(2),
                        Sql.bytes(rows, MARKS),
                        String.valueOf(rows.getString(EVENT)));
                check(link, Sql.bytes(rows, HASH), cursor);
            }
        }
    }

    private void check(Link link, byte[] stored, EntryCursor cursor) throws SQLException {
        long before = broken;
        if (link.number() != links + 1) {
            report(last + 1, "", "link " + (links + 1) + " is missing");
        }
        long missing = link.last() - last - gone.into(link, last);
        while (cursor.number() <= link.last()) {
            gone.seen(cursor.number());
            check(link, cursor);
            entries++;
            missing--;
            cursor.next();
        }
        if (missing != 0) {
            report(last + 1, "", missing + " entries are missing up to number " + link.last());
        } else if (!gone.isCovered(last, link.last())) {
            report(last + 1, "", "entries up to number " + link.last() + " are gone, and nobody forgot them");
        }
        byte[] hash = link.hash(head, digests);
        if (broken == before && !Arrays.equals(hash, stored)) {
            report(last + 1, "", "link " + link.number() + " does not fit to the entries up to " + link.last());
        }
        headFound |= matches(hash);
        head = stored;
        links = link.number();
        last = Math.max(last, link.last());
        Link.marks(link.marks()).forEach(mark -> newestMarks.put(mark.name, mark.digest));
    }

    private void check(Link link, EntryCursor cursor) throws SQLException {
        Row row = cursor.row().orElse(null);
        if (row == null) {
            report(cursor.number(), "", "the name of the stream is lost");
            return;
        }
        byte[] digest = digests.entry(row);
        link.add(row.stream, digest);
        if (!cursor.fits(row, digest)) {
            report(row.number, row.stream, "the entry was changed");
        } else if (row.isPersonal() && row.payload.length > 0) {
            months.find(row.month)
                    .filter(key -> key.open(row.number, row.stream, row.payload).isEmpty())
                    .ifPresent(other -> report(row.number, row.stream, "the key of its month does not open it"));
        }
    }

    private void checkMarks() throws SQLException {
        try (PreparedStatement all = connection.prepareStatement("SELECT name, number, month, state FROM mark");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                String name = names.name(rows.getInt(1));
                byte[] expected = newestMarks.remove(rows.getInt(1));
                byte[] digest = digests.mark(
                        String.valueOf(name), rows.getLong(2), rows.getInt(MARKS), Sql.bytes(rows, MARKS + 1));
                if (name == null || expected == null || !Arrays.equals(expected, digest)) {
                    report(0, "", "mark " + name + " was changed, or is not the newest of its name");
                }
            }
        }
        for (int lost : newestMarks.keySet()) {
            report(0, "", "mark " + names.name(lost) + " is missing");
        }
    }

    private void checkMonths(Set<Integer> opened) throws SQLException {
        Set<Integer> found = new TreeSet<>();
        try (PreparedStatement all = connection.prepareStatement("SELECT id FROM month")) {
            Sql.numbers(all).forEach(month -> found.add(month.intValue()));
        }
        if (!found.equals(opened)) {
            report(0, "", "the months with keys are " + found + " and should be " + opened);
        }
    }

    private static String stream(EntryCursor cursor) {
        return cursor.row().map(row -> row.stream).orElse("");
    }

    private boolean matches(byte[] hash) {
        return HexFormat.of().formatHex(hash).equalsIgnoreCase(asked);
    }

    private void report(long number, String stream, String what) {
        broken++;
        if (first.size() < MOST_SHOWN) {
            first.add(new Broken(number, stream, what));
        }
    }
}
