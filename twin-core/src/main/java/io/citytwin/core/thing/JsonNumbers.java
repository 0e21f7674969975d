package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.math.BigDecimal;

/** Reads numbers out of JSON, exactly. Safe for use by many threads. */
final class JsonNumbers {

    // Bounded on purpose: comparing 1e999999999 with anything would take for ever.
    private static final int MOST_BITS = 256;
    private static final int MOST_DECIMALS = 60;

    private JsonNumbers() {}

    static BigDecimal read(JsonNode json) {
        if (json.isBigInteger()) {
            if (json.bigIntegerValue().bitLength() <= MOST_BITS) {
                return new BigDecimal(json.bigIntegerValue());
            }
        } else if (json.isIntegralNumber()) {
            return BigDecimal.valueOf(json.longValue());
        } else if (json.isBigDecimal()) {
            BigDecimal number = json.decimalValue();
            if (Math.abs((long) number.scale()) <= MOST_DECIMALS
                    && number.unscaledValue().bitLength() <= MOST_BITS) {
                return number;
            }
        } else if (json.isFloatingPointNumber() && Double.isFinite(json.doubleValue())) {
            BigDecimal number = new BigDecimal(json.asText());
            if (Math.abs(number.scale()) <= MOST_DECIMALS) {
                return number;
            }
        }
        throw new CityTwinException(
                CoreError.QUANTITY,
                "`" + Snippet.of(json) + "` is not a decimal number of reasonable size.",
                "Maybe write it without quotes and exponent, such as 48.2.");
    }
}
