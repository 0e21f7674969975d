package io.citytwin.rules.internal.engine;

import java.util.Arrays;

/** One number from 0 per row, in as few bytes as the largest needs; 0 where nobody set one. For one thread at a time. */
final class NarrowInts {

    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private byte[] bytes = {};
    private short[] shorts = {};
    private int[] ints = {};
    private int largest;

    int get(int row) {
        if (largest <= BYTE) {
            return row < bytes.length ? bytes[row] & BYTE : 0;
        } else if (largest <= SHORT) {
            return row < shorts.length ? shorts[row] & SHORT : 0;
        }
        return row < ints.length ? ints[row] : 0;
    }

    void set(int row, int value) {
        if (value > largest) {
            widen(value);
        }
        if (largest <= BYTE) {
            bytes = row < bytes.length || value == 0 ? bytes : Arrays.copyOf(bytes, larger(row));
            if (row < bytes.length) {
                bytes[row] = (byte) value;
            }
        } else if (largest <= SHORT) {
            shorts = row < shorts.length || value == 0 ? shorts : Arrays.copyOf(shorts, larger(row));
            if (row < shorts.length) {
                shorts[row] = (short) value;
            }
        } else {
            ints = row < ints.length || value == 0 ? ints : Arrays.copyOf(ints, larger(row));
            if (row < ints.length) {
                ints[row] = value;
            }
        }
    }

    private static int larger(int row) {
        return row + 1 + (row >> 2);
    }

    private void widen(int value) {
        if (largest <= BYTE && value > BYTE && value <= SHORT) {
            shorts = new short[bytes.length];
            for (int row = 0; row < bytes.length; row++) {
                shorts[row] = (short) (bytes[row] & BYTE);
            }
            bytes = new byte[0];
        } else if (largest <= SHORT && value > SHORT) {
            int[] wide = new int[Math.max(bytes.length, shorts.length)];
            for (int row = 0; row < wide.length; row++) {
                wide[row] = get(row);
            }
            ints = wide;
            bytes = new byte[0];
            shorts = new short[0];
        }
        largest = value;
    }
}
