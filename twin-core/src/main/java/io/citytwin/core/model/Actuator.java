package io.citytwin.core.model;

/**
 * A property that a device can be asked to take. Its current value is what the device reports; its desired value is what
 * the city asks for. Immutable.
 *
 * @param resting what is desired while nothing claims it
 * @param safe what the device takes by itself when it no longer hears from the city
 */
public record Actuator(Value resting, Value safe) {}
