package io.citytwin.adapter.sqlite.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which entries are read again, and how far that came. For one thread at a time. */
final class Selection {

    final Set<Integer> streams;
    final long after;
    final long end;
    /** How a key is written for each month, and for {@link Row#NOBODY}; empty for all keys. */
    private final Map<Integer, byte[]> keys;

    long segment;
    long[] numbers = {};
    int at;

    private Selection(Set<Integer> streams, Map<Integer, byte[]> keys, long after, long end) {
        this.streams = streams;
        this.keys = keys;
        this.after = Math.max(0, after);
        this.end = end;
        this.segment = Segments.of(this.after);
    }

    static Selection ofStreams(Set<Integer> streams, long after, long end) {
        return new Selection(streams, Map.of(), after, end);
    }

    static Selection ofKey(int stream, Map<Integer, byte[]> keys, long end) {
        return new Selection(Set.of(stream), keys, 0, end);
    }

    boolean isOfKey() {
        return !keys.isEmpty();
    }

    Collection<Integer> hashes() {
        return keys.values().stream().map(Arrays::hashCode).distinct().toList();
    }

    boolean wants(Row row) {
        return keys.isEmpty() || Arrays.equals(keys.get(row.month), row.key);
    }
}
