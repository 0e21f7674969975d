package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the value of one property. Immutable.
 *
 * @param property the property's name
 * @param type what it holds
 * @param conversion of numbers to the property's unit
 * @param scale of numbers, before the conversion
 * @param words what is said to what the property holds; empty if values are told as they are
 * @param quoted whether numbers stand in quotes
 */
public record ValueReader(
        String property,
        ValueType type,
        Optional<Conversion> conversion,
        BigDecimal scale,
        Map<String, String> words,
        boolean quoted) {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 30;
    private static final int LONGEST_SHOWN = 60;

    /** Copies the words. */
    public ValueReader {
        words = Map.copyOf(words);
    }

    /**
     * Reads it.
     *
     * @param found what stands where the value should; null says that the device has none
     * @return empty if the device has none
     * @throws CityTwinException {@code M704} if it is no such value
     */
    public Optional<Value> read(JsonNode found) {
        if (found.isNull()) {
            return Optional.empty();
        } else if (!words.isEmpty()) {
            return Optional.of(word(found));
        } else if (type instanceof ValueType.Number number) {
            BigDecimal amount = number(found).multiply(scale);
            return Optional.of(
                    new Quantity(conversion.map(one -> one.apply(amount)).orElse(amount), number.unit()));
        } else if (type instanceof ValueType.YesNo && found.isBoolean()) {
            return Optional.of(new Value.Flag(found.booleanValue()));
        } else if (!(type instanceof ValueType.YesNo && !quoted) && found.isTextual()) {
            return Optional.of(Values.read(type, found.textValue()));
        }
        throw wrong(found, "a value of this kind");
    }

    private Value word(JsonNode found) {
        String held = found.isValueNode() ? words.get(found.asText()) : null;
        if (held == null) {
            throw wrong(found, "one of the words `" + String.join("`, `", words.keySet()) + "`");
        }
        return Values.read(type, held);
    }

    private BigDecimal number(JsonNode found) {
        BigDecimal number;
        if (found.isTextual() && quoted) {
            number = Quantity.of(found.textValue(), io.citytwin.core.model.Unit.ONE)
                    .amount();
        } else if (found.isNumber() && !isStrange(found)) {
            number = found.decimalValue();
        } else {
            throw wrong(found, "a number");
        }
        // One number like 1e999999999 would make every sum with it endless.
        long digits = (long) number.precision() - number.scale();
        if (digits > MOST_DIGITS || number.scale() > MOST_DECIMALS) {
            throw wrong(found, "a number of usual size");
        }
        return number;
    }

    private static boolean isStrange(JsonNode found) {
        return (found.isDouble() || found.isFloat()) && !Double.isFinite(found.doubleValue());
    }

    private CityTwinException wrong(JsonNode found, String expected) {
        String shown = found.toString();
        String cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
        return new CityTwinException(
                MqttError.VALUE,
                "`" + property + "` is told as `" + cut + "`, which is not " + expected + ".",
                "Maybe the mapping needs `map`, `quoted` or another pointer.");
    }
}
