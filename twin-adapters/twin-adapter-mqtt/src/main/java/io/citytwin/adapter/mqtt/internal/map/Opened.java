package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What stood in an envelope; nobody changes the trees. Immutable.
 *
 * @param values where the mapping looks for values
 * @param devices ids of the device, the most usual one first
 * @param time when the network heard it; a missing node if the envelope does not tell
 */
public record Opened(JsonNode values, List<String> devices, JsonNode time) {}
