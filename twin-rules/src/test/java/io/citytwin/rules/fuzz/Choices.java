package io.citytwin.rules.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes decisions from bytes, first to last: the same bytes decide the same. At their end everything is zero. */
final class Choices {

    private final byte[] bytes;
    private int next;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return next >= bytes.length;
    }

    /** A number from zero on, below `limit`, which is at most 65536. */
    int below(int limit) {
        int number = octet();
        return (limit <= 256 ? number : number << 8 | octet()) % Math.max(1, limit);
    }

    <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }

    /** Text of a few bytes, often no UTF-8. */
    byte[] some() {
        byte[] some = new byte[below(16)];
        for (int i = 0; i < some.length; i++) {
            some[i] = (byte) octet();
        }
        return some;
    }

    String text() {
        return new String(some(), StandardCharsets.ISO_8859_1);
    }

    private int octet() {
        return isEmpty() ? 0 : bytes[next++] & 0xFF;
    }
}
