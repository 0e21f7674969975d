package io.citytwin.rules.internal.engine;

/** Numbers from 0 by a key that is not 0, without an object for either. For one thread at a time. */
final class LongIntMap {

    static final int ABSENT = -1;
    private static final int SMALLEST = 16;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[SMALLEST];
    private int[] values = new int[SMALLEST];
    private int shift = Long.numberOfLeadingZeros(SMALLEST) + 1;
    private int size;

    int get(long key) {
        int mask = keys.length - 1;
        for (int at = start(key); keys[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == key) {
                return values[at];
            }
        }
        return ABSENT;
    }

    void put(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int at = start(key);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        size += keys[at] == 0 ? 1 : 0;
        keys[at] = key;
        values[at] = value;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        shift--;
        values = new int[keys.length];
        size = 0;
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldKeys[at] != 0) {
                put(oldKeys[at], oldValues[at]);
            }
        }
    }

    /** Keys that differ in few bits must not stand in a row. */
    private int start(long key) {
        long hash = key * SCATTER;
        hash ^= hash >>> 32;
        return (int) (hash * SCATTER >>> shift);
    }
}
