package io.citytwin.adapter.mqtt.internal.sparkplug;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A Sparkplug B payload, as far as reports need it. Immutable.
 *
 * @param timestamp milliseconds since 1970
 * @param metrics in their order
 * @param seq 0 to 255, counts the messages of an edge node
 */
record Frame(OptionalLong timestamp, List<Metric> metrics, OptionalLong seq) {

    private static final int TIMESTAMP = 1;
    private static final int METRICS = 2;
    private static final int SEQ = 3;
    private static final int BOOLEAN_TYPE = 11;

    Frame {
        metrics = List.copyOf(metrics);
    }

    static Frame read(ByteBuffer bytes) {
        Fields fields = new Fields(bytes);
        OptionalLong timestamp = OptionalLong.empty();
        OptionalLong seq = OptionalLong.empty();
        List<Metric> metrics = new ArrayList<>();
        while (fields.next()) {
            switch (fields.number()) {
                case TIMESTAMP -> timestamp = OptionalLong.of(fields.whole());
                case METRICS -> metrics.add(Metric.read(fields.part()));
                case SEQ -> seq = OptionalLong.of(fields.whole());
                default -> fields.skip();
            }
        }
        return new Frame(timestamp, metrics, seq);
    }

    /** Asks an edge node to be born again. */
    static ByteBuffer rebirth(long millis) {
        ByteArrayOutputStream metric = new ByteArrayOutputStream();
        byte[] name = "Node Control/Rebirth".getBytes(StandardCharsets.UTF_8);
        metric.write(1 << 3 | 2);
        metric.write(name.length);
        metric.writeBytes(name);
        metric.write(4 << 3);
        metric.write(BOOLEAN_TYPE);
        metric.write(14 << 3);
        metric.write(1);
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(TIMESTAMP << 3);
        varint(millis, payload);
        payload.write(METRICS << 3 | 2);
        payload.write(metric.size());
        payload.writeBytes(metric.toByteArray());
        return ByteBuffer.wrap(payload.toByteArray()).asReadOnlyBuffer();
    }

    private static void varint(long value, ByteArrayOutputStream out) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
