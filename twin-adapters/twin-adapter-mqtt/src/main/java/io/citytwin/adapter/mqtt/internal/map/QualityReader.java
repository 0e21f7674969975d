package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quality;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how far values are trusted. Immutable.
 *
 * @param always what holds if messages do not say
 * @param at where they say it
 * @param words what they say
 */
public record QualityReader(Quality always, Optional<JsonPointer> at, Map<String, Quality> words) {

    /** Copies the words. */
    public QualityReader {
        words = Map.copyOf(words);
    }

    /**
     * Reads it.
     *
     * @param values where the mapping looks for values
     * @return the quality
     * @throws CityTwinException {@code M704} if the message says nothing that is known
     */
    public Quality read(JsonNode values) {
        if (at.isEmpty()) {
            return always;
        }
        JsonNode found = values.at(at.get());
        Quality quality = found.isValueNode() ? words.get(found.asText()) : null;
        if (quality == null) {
            throw new CityTwinException(
                    MqttError.VALUE,
                    "`" + at.get() + "` is `" + found + "`, which says nothing about quality.",
                    "Maybe add it to the `map` of `quality`.");
        }
        return quality;
    }
}
