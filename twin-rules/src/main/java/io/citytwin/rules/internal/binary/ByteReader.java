package io.citytwin.rules.internal.binary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Reads what {@link ByteWriter} wrote. For one thread at a time.
 *
 * <p>Bytes that end too early, or name what was not read, are an {@link IndexOutOfBoundsException}.
 */
final class ByteReader {

    private static final int LONGEST = 64;

    private final byte[] bytes;
    private final IdentityHashMap<Shape, List<Object>> known = new IdentityHashMap<>();
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    long number() {
        long rest = 0;
        for (int shift = 0; shift < LONGEST; shift += 7) {
            byte next = bytes[at++];
            rest |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new IllegalArgumentException("more than 64 bits in a number");
    }

    int integer() {
        long number = number();
        if (number != (int) number) {
            throw new IllegalArgumentException("`" + number + "` where a small number must be");
        }
        return (int) number;
    }

    /** How many values follow; each takes a byte at least. */
    int count() {
        int count = integer();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("`" + count + "` values in `" + (bytes.length - at) + "` bytes");
        }
        return count;
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** The values of a shape that stand before, in the order in which they were read. */
    List<Object> before(Shape shape) {
        return known.computeIfAbsent(shape, none -> new ArrayList<>());
    }
}
