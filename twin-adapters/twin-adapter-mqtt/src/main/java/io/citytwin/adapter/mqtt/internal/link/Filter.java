package io.citytwin.adapter.mqtt.internal.link;

/**
 * A subscription. Immutable.
 *
 * @param text of MQTT, such as {@code city/lamps/+/state}
 * @param qos 0 to 2
 */
public record Filter(String text, int qos) {}
