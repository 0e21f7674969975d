package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which twin a message is about. Immutable.
 *
 * @param type of the twins
 * @param template of the id, or of the device's
 * @param devices id of a device, in lower case, to its twin
 */
public record TwinFinder(String type, Optional<TwinTemplate> template, Map<String, TwinId> devices) {

    /** Copies the devices. */
    public TwinFinder {
        devices = Map.copyOf(devices);
    }

    /**
     * Finds it.
     *
     * @param parts of the topic
     * @param document the payload
     * @param told ids that the envelope tells
     * @return an id; whether the city has it is not asked
     * @throws CityTwinException {@code M706} if none can be made
     */
    public TwinId find(Map<String, String> parts, JsonNode document, List<String> told) {
        Optional<String> made = template.flatMap(one -> one.fill(parts, document));
        List<String> candidates = new ArrayList<>(told);
        made.ifPresent(candidates::add);
        for (String candidate : candidates) {
            TwinId twin = devices.get(candidate.toLowerCase(Locale.ROOT));
            if (twin != null) {
                return twin;
            }
        }
        if (made.isPresent()) {
            try {
                return TwinId.of(made.get());
            } catch (CityTwinException none) {
                throw unknown("`" + made.get() + "` is not a twin id.");
            }
        }
        throw unknown(
                candidates.isEmpty()
                        ? "The message does not say which device it is about."
                        : "No twin is named for the device `" + String.join("`, `", candidates) + "`.");
    }

    private static CityTwinException unknown(String problem) {
        return new CityTwinException(MqttError.TWIN, problem, "Maybe the mapping needs another template or device.");
    }

    /**
     * Whether messages can be about a twin.
     *
     * @param twin any
     * @return true if its type and id fit
     */
    public boolean serves(Twin twin) {
        return twin.type().name().equals(type)
                && (devices.containsValue(twin.id())
                        || template.filter(
                                        one -> one.parts(twin.id().toString()).isPresent())
                                .isPresent());
    }

    /**
     * The twins that are named one by one.
     *
     * @return their ids
     */
    public Set<TwinId> named() {
        return Set.copyOf(devices.values());
    }
}
