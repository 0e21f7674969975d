package io.citytwin.rules.internal.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Collects bytes, and remembers what was written. For one thread at a time. */
final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Shape, Map<Object, Integer>> known = new HashMap<>();

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** A number of up to 64 bits, short if it is near 0. */
    void number(long number) {
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void text(String text) {
        byte[] coded = text.getBytes(StandardCharsets.UTF_8);
        number(coded.length);
        bytes.writeBytes(coded);
    }

    /** Writes a value, or which of those before it is the same one. */
    void shared(Shape shape, Object value, Runnable writing) {
        Integer before = known.computeIfAbsent(shape, none -> new HashMap<>()).get(value);
        if (before != null) {
            number(before + 1L);
            return;
        }
        number(0);
        writing.run();
        Map<Object, Integer> all = known.computeIfAbsent(shape, none -> new HashMap<>());
        all.put(value, all.size());
    }
}
