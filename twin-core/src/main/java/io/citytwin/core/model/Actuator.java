package io.citytwin.core.model;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * A property that a device can be asked to take. Its current value is what the device reports; its desired value is what
 * the city asks for. Immutable.
 *
 * @param resting what is desired while nothing claims it
 * @param safe what the device takes by itself when it no longer hears from the city
 * @param irreversible whether a named person must approve each claim, as what it does cannot be undone
 * @param calm how long the device is left alone after each change
 * @param follows whether the device reports what it was asked; false where it reports what comes of it, such as a temperature
 * @param band by how much a number must differ from what was asked last to be asked at all, in the property's unit
 */
public record Actuator(
        Value resting, Value safe, boolean irreversible, boolean follows, Duration calm, BigDecimal band) {

    /**
     * An actuator that can be asked anything at any time.
     *
     * @param resting what is desired while nothing claims it
     * @param safe what the device takes by itself when it no longer hears from the city
     */
    public Actuator(Value resting, Value safe) {
        this(resting, safe, false, true, Duration.ZERO, BigDecimal.ZERO);
    }
}
