package io.citytwin.rules.internal.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Rows of numbers from 0, each in as few bytes as the largest of its field needs. Those of one row lie side by side, since
 * what changes about a twin is soon looked at together. For one thread at a time.
 */
final class Records {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private final List<Field> fields = new ArrayList<>();
    private byte[] data = {};
    private int width;
    private int size;
    /** Rows that nobody uses. */
    private final Deque<Integer> free = new ArrayDeque<>();

    /** One number of each row; 0 until somebody sets it. */
    final class Field {

        private int offset;
        private int bytes = 1;

        private Field(int offset) {
            this.offset = offset;
        }

        int get(int row) {
            int at = row * width + offset;
            return switch (bytes) {
                case 1 -> data[at] & BYTE;
                case 2 -> (short) SHORTS.get(data, at) & SHORT;
                default -> (int) INTS.get(data, at);
            };
        }

        void set(int row, int number) {
            if (number > BYTE && number > most()) {
                widen(this, number > SHORT ? Integer.BYTES : Short.BYTES);
            }
            int at = row * width + offset;
            switch (bytes) {
                case 1 -> data[at] = (byte) number;
                case 2 -> SHORTS.set(data, at, (short) number);
                default -> INTS.set(data, at, number);
            }
        }

        private int most() {
            return bytes == 1 ? BYTE : bytes == 2 ? SHORT : Integer.MAX_VALUE;
        }
    }

    /** One more number of each row; before there are rows. */
    Field field() {
        Field field = new Field(width++);
        fields.add(field);
        return field;
    }

    /** One more than the last row. */
    int size() {
        return size;
    }

    /** One more row, all zeros. */
    int add() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        if ((size + 1L) * width > data.length) {
            data = Arrays.copyOf(data, Math.multiplyExact(size + 1 + (size >> 3), width));
        }
        return size++;
    }

    /** Whether two rows differ in one field at most. */
    boolean areSameBut(Field field, int one, int other) {
        int left = one * width;
        int right = other * width;
        int behind = field.offset + field.bytes;
        return Arrays.equals(data, left, left + field.offset, data, right, right + field.offset)
                && Arrays.equals(data, left + behind, left + width, data, right + behind, right + width);
    }

    /** Writes one row over another. */
    void copy(int from, int to) {
        System.arraycopy(data, from * width, data, to * width, width);
    }

    /** There are fewer rows from now on; before any is free. */
    void cut(int rows) {
        Arrays.fill(data, rows * width, size * width, (byte) 0);
        size = rows;
    }

    /** Nobody uses a row any more. */
    void free(int row) {
        Arrays.fill(data, row * width, (row + 1) * width, (byte) 0);
        free.push(row);
    }

    /** Little endian, so that a wider number is the narrow one and zeros behind it. */
    private void widen(Field wider, int bytes) {
        int more = bytes - wider.bytes;
        int cut = wider.offset + wider.bytes;
        byte[] wide = new byte[Math.multiplyExact(data.length / width, width + more)];
        for (int row = 0; row < size; row++) {
            int from = row * width;
            int to = row * (width + more);
            System.arraycopy(data, from, wide, to, cut);
            System.arraycopy(data, from + cut, wide, to + cut + more, width - cut);
        }
        data = wide;
        width += more;
        wider.bytes = bytes;
        fields.stream().filter(field -> field.offset >= cut).forEach(field -> field.offset += more);
    }
}
