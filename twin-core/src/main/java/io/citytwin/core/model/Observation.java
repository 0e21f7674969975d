package io.citytwin.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One value of one property of one twin, as a source said it. Immutable.
 *
 * <p>A later observation with the same twin, property, source and {@code measuredAt} corrects the earlier one from its
 * {@code receivedAt} on; what was decided before stays.
 *
 * @param twin whose property it is
 * @param property the property's name, such as {@code pm10}
 * @param value the value; empty says that the source reported the value as missing
 * @param measuredAt when it was true; for a mean over a day, the day's first instant in civil time
 * @param receivedAt when it reached the city
 * @param source who said it, such as an adapter's name
 * @param quality how far it can be trusted
 */
public record Observation(
        TwinId twin,
        String property,
        Optional<Value> value,
        Instant measuredAt,
        Instant receivedAt,
        String source,
        Quality quality) {

    /**
     * The value that rules may use.
     *
     * @return the value, or empty if it is missing or {@link Quality#BAD}
     */
    public Optional<Value> usable() {
        return quality == Quality.BAD ? Optional.empty() : value;
    }
}
