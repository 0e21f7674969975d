package io.citytwin.adapter.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes Sparkplug B payloads, field by field as the specification's protobuf definition numbers them. */
final class Tahu {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Tahu(long timestamp, int seq) {
        varint(bytes, 1 << 3);
        varint(bytes, timestamp);
        if (seq >= 0) {
            varint(bytes, 3 << 3);
            varint(bytes, seq);
        }
    }

    Tahu metric(Part part) {
        part(bytes, 2, part.bytes.toByteArray());
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** One metric. */
    static final class Part {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Part name(String name) {
            part(bytes, 1, name.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Part alias(long alias) {
            return number(2, alias);
        }

        Part time(long millis) {
            return number(3, millis);
        }

        Part type(int type) {
            return number(4, type);
        }

        Part isNull() {
            return number(7, 1);
        }

        Part whole(long value) {
            return number(10, value);
        }

        Part single(float value) {
            varint(bytes, 12 << 3 | 5);
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
            return this;
        }

        Part flag(boolean on) {
            return number(14, on ? 1 : 0);
        }

        Part text(String text) {
            part(bytes, 15, text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private Part number(int field, long value) {
            varint(bytes, (long) field << 3);
            varint(bytes, value);
            return this;
        }
    }

    private static void part(ByteArrayOutputStream out, int field, byte[] content) {
        varint(out, (long) field << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
