package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.MqttReport.Clock;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.ClockSkew;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Reads when something was measured. Immutable.
 *
 * @param as how the time is written
 * @param skew which times are believed
 */
public record TimeReader(Clock as, ClockSkew skew) {

    private static final BigDecimal LATEST = new BigDecimal("1e12");
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final int NANOS = 9;

    /**
     * Reads it.
     *
     * @param found what stands where the time should
     * @return the moment, which may be nonsense
     * @throws CityTwinException {@code M705} if it is none
     */
    public Instant read(JsonNode found) {
        try {
            if (as == Clock.ISO && found.isTextual()) {
                return OffsetDateTime.parse(found.textValue()).toInstant();
            } else if (as != Clock.ISO && found.isNumber()) {
                BigDecimal number = found.decimalValue();
                return seconds(as == Clock.EPOCH_MILLIS ? number.divide(THOUSAND) : number);
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException none) {
            // refused below like whatever else is no time
        }
        throw new CityTwinException(
                MqttError.TIME,
                found.isMissingNode()
                        ? "The message has no time where its mapping looks for one."
                        : "`" + found + "` is no time that is written as `" + as + "`.",
                "Maybe the mapping needs another pointer, or `time: received`.");
    }

    private static Instant seconds(BigDecimal number) {
        if (number.abs().compareTo(LATEST) > 0 || number.scale() > NANOS + NANOS) {
            throw new ArithmeticException("no time of this world");
        }
        long whole = number.longValue();
        return Instant.ofEpochSecond(
                whole,
                number.subtract(BigDecimal.valueOf(whole)).movePointRight(NANOS).longValue());
    }

    /**
     * Refuses what nobody can believe.
     *
     * @param measuredAt as told
     * @param receivedAt when it came
     * @return the moment itself
     * @throws CityTwinException {@code M705} if it is too far away
     */
    public Instant believed(Instant measuredAt, Instant receivedAt) {
        skew.fault(measuredAt, receivedAt).ifPresent(fault -> {
            throw new CityTwinException(MqttError.TIME, fault, "Maybe the device's clock is wrong.");
        });
        return measuredAt;
    }
}
