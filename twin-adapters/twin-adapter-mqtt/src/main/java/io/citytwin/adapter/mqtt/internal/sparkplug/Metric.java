package io.citytwin.adapter.mqtt.internal.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One metric of a payload. Immutable.
 *
 * @param name left out where an alias stands for it
 * @param alias stands for a name
 * @param timestamp milliseconds since 1970
 * @param datatype number of the type; left out where the birth told it
 * @param value as it is written, before the type is known
 */
record Metric(
        Optional<String> name, OptionalLong alias, OptionalLong timestamp, Optional<Integer> datatype, RawValue value) {

    private static final int NAME = 1;
    private static final int ALIAS = 2;
    private static final int TIMESTAMP = 3;
    private static final int DATATYPE = 4;
    private static final int IS_NULL = 7;
    private static final int INT = 10;
    private static final int LONG = 11;
    private static final int FLOAT = 12;
    private static final int DOUBLE = 13;
    private static final int BOOLEAN = 14;
    private static final int STRING = 15;

    static Metric read(ByteBuffer bytes) {
        Fields fields = new Fields(bytes);
        Optional<String> name = Optional.empty();
        OptionalLong alias = OptionalLong.empty();
        OptionalLong timestamp = OptionalLong.empty();
        Optional<Integer> datatype = Optional.empty();
        RawValue value = RawValue.NOTHING;
        while (fields.next()) {
            switch (fields.number()) {
                case NAME -> name = Optional.of(fields.text());
                case ALIAS -> alias = OptionalLong.of(fields.whole());
                case TIMESTAMP -> timestamp = OptionalLong.of(fields.whole());
                case DATATYPE -> datatype = Optional.of((int) fields.whole());
                case IS_NULL -> value = fields.whole() == 0 ? value : RawValue.NULL;
                case INT, LONG -> value = value.or(RawValue.whole(fields.whole()));
                case FLOAT -> value = value.or(RawValue.single(fields.single()));
                case DOUBLE -> value = value.or(RawValue.real(fields.real()));
                case BOOLEAN -> value = value.or(RawValue.flag(fields.whole() != 0));
                case STRING -> value = value.or(RawValue.text(fields.text()));
                default -> fields.skip();
            }
        }
        return new Metric(name, alias, timestamp, datatype, value);
    }

    /** The value as JSON has it; a missing node if the metric has one of a kind that no property holds. */
    JsonNode json(int type) {
        return value.json(type);
    }
}
