package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Value;
import java.util.Optional;

/**
 * What one row says. Immutable.
 *
 * @param station its code
 * @param method the feed's word for the pollutant
 * @param measure what becomes of it
 * @param value empty if the source says that it is missing
 * @param moment when it was measured
 * @param quality how far it can be trusted
 */
public record AirValue(
        String station, String method, AirFeed.Measure measure, Optional<Value> value, Moment moment, Quality quality) {

    /** Whether rules can use it. */
    boolean isUsable() {
        return value.isPresent() && quality != Quality.BAD;
    }

    /** The value for a message. */
    String text() {
        return value.map(Value::toString).orElse("missing");
    }
}
