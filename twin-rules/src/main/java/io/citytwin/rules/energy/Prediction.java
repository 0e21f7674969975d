package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import java.time.Instant;

/**
 * What a quarter of an hour is expected to bring, as mean power in kW. Immutable.
 *
 * @param from when the quarter begins
 * @param expected the one number
 * @param low the end below which few quarters of the last week would have come
 * @param high the end above which few quarters of the last week would have come
 * @param method how it was found
 */
public record Prediction(Instant from, Quantity expected, Quantity low, Quantity high, Method method) {

    /** How a prediction is found. */
    public enum Method {
        /** As the last quarter: too few days of the same type are known. */
        PERSISTENCE,
        /** The mean of the same quarter on the last days of the same type, plus what remains of the last deviation. */
        SAME_QUARTER
    }
}
