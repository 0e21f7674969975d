package io.citytwin.adapter.mqtt.internal.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A value as protobuf has it: whether a whole number is signed only its type tells. Immutable.
 *
 * @param node any but a whole number; for that, a missing node
 * @param bits of a whole number
 */
record RawValue(JsonNode node, boolean isWhole, long bits) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int INT_8 = 1;
    private static final int INT_16 = 2;
    private static final int INT_32 = 3;
    private static final int UINT_64 = 8;

    static final RawValue NOTHING = new RawValue(MissingNode.getInstance(), false, 0);
    static final RawValue NULL = new RawValue(JSON.nullNode(), false, 0);

    static RawValue whole(long bits) {
        return new RawValue(MissingNode.getInstance(), true, bits);
    }

    // The digits that a device means, and not those that a float becomes as a double.
    static RawValue single(float number) {
        return new RawValue(
                Float.isFinite(number)
                        ? JSON.numberNode(new BigDecimal(Float.toString(number)))
                        : JSON.numberNode(number),
                false,
                0);
    }

    static RawValue real(double number) {
        return new RawValue(
                Double.isFinite(number)
                        ? JSON.numberNode(new BigDecimal(Double.toString(number)))
                        : JSON.numberNode(number),
                false,
                0);
    }

    static RawValue flag(boolean on) {
        return new RawValue(JSON.booleanNode(on), false, 0);
    }

    static RawValue text(String text) {
        return new RawValue(JSON.textNode(text), false, 0);
    }

    /** This one if it says that there is no value, else another. */
    RawValue or(RawValue other) {
        return equals(NULL) ? this : other;
    }

    JsonNode json(int type) {
        if (!isWhole) {
            return node;
        }
        return switch (type) {
            case INT_8 -> JSON.numberNode((byte) bits);
            case INT_16 -> JSON.numberNode((short) bits);
            case INT_32 -> JSON.numberNode((int) bits);
            case UINT_64 -> JSON.numberNode(new BigInteger(Long.toUnsignedString(bits)));
            default -> JSON.numberNode(bits);
        };
    }
}
