package io.citytwin.adapter.mqtt.internal.link;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A message to be sent with quality of service 1. What only MQTT 5 has is left out for MQTT 3.1.1. Immutable.
 *
 * @param topic where to
 * @param content read-only
 * @param retained whether the broker keeps it for those who come later
 * @param answerTopic where the device answers
 * @param correlation what the answer carries
 * @param expiry when the broker throws it away
 */
public record Outgoing(
        String topic,
        ByteBuffer content,
        boolean retained,
        Optional<String> answerTopic,
        Optional<String> correlation,
        Optional<Duration> expiry) {

    /**
     * A message without what only MQTT 5 has.
     *
     * @param topic where to
     * @param content what
     * @param retained whether the broker keeps it
     * @return the message
     */
    public static Outgoing of(String topic, ByteBuffer content, boolean retained) {
        return new Outgoing(topic, content, retained, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
