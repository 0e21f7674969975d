package io.citytwin.adapter.mqtt.internal.link;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A message that came in. Immutable.
 *
 * @param topic where it was sent
 * @param content read-only
 * @param correlation what MQTT 5 says it answers to
 * @param settled tells the broker that it is kept, and lets another one come
 */
public record Incoming(String topic, ByteBuffer content, Optional<String> correlation, Runnable settled) {}
