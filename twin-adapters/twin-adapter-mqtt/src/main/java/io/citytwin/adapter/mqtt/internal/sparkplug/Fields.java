package io.citytwin.adapter.mqtt.internal.sparkplug;

import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.core.error.CityTwinException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Goes through the fields of one protobuf message. For one thread at a time. */
final class Fields {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_VARINT = 70;

    private final ByteBuffer bytes;
    private int number;
    private int kind;

    Fields(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Goes to the next field, or says that there is none. */
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long tag = varint();
        number = (int) (tag >>> 3);
        kind = (int) (tag & 7);
        if (number <= 0) {
            throw broken("a field has no number");
        }
        return true;
    }

    int number() {
        return number;
    }

    /** A whole number, as unsigned bits. */
    long whole() {
        require(VARINT);
        return varint();
    }

    float single() {
        require(FIXED_32);
        need(Float.BYTES);
        return bytes.getFloat();
    }

    double real() {
        require(FIXED_64);
        need(Double.BYTES);
        return bytes.getDouble();
    }

    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part()).toString();
        } catch (CharacterCodingException wrong) {
            throw broken("a text is no UTF-8");
        }
    }

    /** A message within this one. */
    ByteBuffer part() {
        require(BYTES);
        long length = varint();
        if (length < 0 || length > bytes.remaining()) {
            throw broken("a part is longer than the whole");
        }
        ByteBuffer part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part;
    }

    void skip() {
        switch (kind) {
            case VARINT -> varint();
            case FIXED_64 -> real();
            case BYTES -> part();
            case FIXED_32 -> single();
            default -> throw broken("a field is of the kind " + kind);
        }
    }

    private void require(int expected) {
        if (kind != expected) {
            throw broken("field " + number + " is of the kind " + kind);
        }
    }

    private void need(int length) {
        if (bytes.remaining() < length) {
            throw broken("it ends too early");
        }
    }

    private long varint() {
        long value = 0;
        try {
            for (int shift = 0; shift < LONGEST_VARINT; shift += 7) {
                byte next = bytes.get();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        } catch (BufferUnderflowException end) {
            throw broken("it ends too early");
        }
        throw broken("a number has too many bytes");
    }

    private static CityTwinException broken(String why) {
        return new CityTwinException(
                MqttError.UNREADABLE,
                "The payload is no Sparkplug payload: " + why + ".",
                "Maybe look at who sends it.");
    }
}
