package io.citytwin.adapter.sqlite.internal;

import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds entries and marks within a transaction. For one thread at a time. */
final class Addition {

    private static final int STATE = 3;
    private static final int MONTH = 4;

    private final Chain chain;
    private final Months months;
    private final PreparedStatement addEntry;
    private final PreparedStatement setMark;

    Addition(Connection connection, Chain chain, Months months) throws SQLException {
        this.chain = chain;
        this.months = months;
        this.addEntry =
                connection.prepareStatement("INSERT INTO entry (" + Rows.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        this.setMark = connection.prepareStatement(
                "INSERT OR REPLACE INTO mark (name, number, state, month) VALUES (?, ?, ?, ?)");
    }

    /** How many bytes the keys and payloads take. */
    long add(List<Entry> entries, List<Mark> marks) throws SQLException {
        List<Integer> opened = newMonths(entries, marks);
        opened.forEach(months::findOrMake);
        chain.open(opened);
        long last = chain.last() + entries.size();
        byte[] marked = Link.marks(set(marks, last));
        Link link = chain.next(last, marked, Event.opened(opened));
        long bytes = 0;
        long number = chain.last();
        addEntry.clearBatch();
        for (Entry entry : entries) {
            number++;
            Row row = row(new Row.Place(number, entry.stream()), entry);
            byte[] digest = chain.digests().entry(row);
            Rows.add(addEntry, row, chain.names().idOrNew(row.stream), digest);
            link.add(row.stream, digest);
            bytes += row.key.length + row.payload.length;
        }
        addEntry.executeBatch();
        chain.close(link);
        return bytes;
    }

    private List<Integer> newMonths(List<Entry> entries, List<Mark> marks) {
        return Stream.concat(
                        entries.stream().map(Entry::personal), marks.stream().map(Mark::personal))
                .flatMap(Optional::stream)
                .map(Months::of)
                .filter(month -> !chain.months().contains(month))
                .distinct()
                .sorted()
                .toList();
    }

    private Row row(Row.Place place, Entry entry) {
        Optional<Instant> moment = entry.personal();
        if (moment.isEmpty()) {
            return Sealing.plain(place, entry);
        }
        int month = Months.of(moment.get());
        Optional<MonthKey> key = months.find(month);
        return key.isPresent() ? Sealing.sealed(place, entry, month, key.get()) : Sealing.erased(place, entry, month);
    }

    private List<Link.MarkDigest> set(List<Mark> marks, long number) throws SQLException {
        List<Link.MarkDigest> digests = new ArrayList<>();
        for (Mark mark : marks) {
            int month = mark.personal().map(Months::of).orElse(Row.NOBODY);
            byte[] state = state(mark, number, month);
            int name = chain.names().idOrNew(mark.name());
            setMark.setInt(1, name);
            setMark.setLong(2, number);
            setMark.setBytes(STATE, state);
            setMark.setInt(MONTH, month);
            setMark.executeUpdate();
            digests.add(new Link.MarkDigest(name, chain.digests().mark(mark.name(), number, month, state)));
        }
        return digests;
    }

    private byte[] state(Mark mark, long number, int month) {
        return month == Row.NOBODY
                ? Text.bytes(mark.state())
                : months.find(month)
                        .map(key -> Sealing.state(mark, number, key))
                        .orElse(new byte[0]);
    }
}
