package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Journal.Entry;
import io.citytwin.core.spi.Journal.Mark;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * Entries and marks as rows and back. Of personal ones the moment, the key and the text are sealed; the row shows their stream,
 * schema and month. Safe for use by many threads.
 */
final class Sealing {

    private static final byte[] NOTHING = new byte[0];
    private static final String MARK = "mark ";

    private Sealing() {}

    static Row plain(Row.Place place, Entry entry) {
        return new Row(place, entry.schema(), Text.bytes(entry.key()), Text.bytes(entry.payload()), Row.NOBODY);
    }

    static Row sealed(Row.Place place, Entry entry, int month, MonthKey key) {
        byte[] content = content(entry.personal().orElseThrow(), entry.key(), entry.payload());
        byte[] sealed = key.seal(place.number(), place.stream(), content);
        return new Row(place, entry.schema(), key.name(place.stream(), entry.key()), sealed, month);
    }

    /** What comes for a month that is erased already: that it came stays, and nothing else. */
    static Row erased(Row.Place place, Entry entry, int month) {
        return new Row(place, entry.schema(), NOTHING, NOTHING, month);
    }

    static Entry entry(Row row) {
        return new Entry(row.stream, Text.of(row.key), row.schema, Text.of(row.payload));
    }

    static Entry entry(Row row, MonthKey key) {
        ByteBuffer content = key.open(row.number, row.stream, row.payload)
                .map(ByteBuffer::wrap)
                .orElseThrow(() -> otherKey("Entry `" + row.number + "`", row.month));
        Instant moment = Instant.ofEpochSecond(content.getLong(), content.getInt());
        String own = text(content, content.getInt());
        return new Entry(row.stream, own, row.schema, text(content, content.remaining()), Optional.of(moment));
    }

    static byte[] state(Mark mark, long number, MonthKey key) {
        byte[] content = content(mark.personal().orElseThrow(), "", mark.state());
        return key.seal(number, MARK + mark.name(), content);
    }

    static Mark mark(String name, long number, byte[] state, int month, MonthKey key) {
        ByteBuffer content = key.open(number, MARK + name, state)
                .map(ByteBuffer::wrap)
                .orElseThrow(() -> otherKey("Mark `" + name + "`", month));
        Instant moment = Instant.ofEpochSecond(content.getLong(), content.getInt());
        text(content, content.getInt());
        return new Mark(name, text(content, content.remaining()), Optional.of(moment));
    }

    private static byte[] content(Instant moment, String key, String payload) {
        byte[] first = Text.bytes(key);
        byte[] second = Text.bytes(payload);
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + first.length + second.length)
                .putLong(moment.getEpochSecond())
                .putInt(moment.getNano())
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
    }

    private static String text(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return Text.of(bytes);
    }

    private static CityTwinException otherKey(String what, int month) {
        return new CityTwinException(
                JournalError.KEY,
                what + " cannot be opened with the key of `" + Months.month(month) + "`.",
                "Maybe the folder of keys belongs to another journal, or the file was changed.");
    }
}
