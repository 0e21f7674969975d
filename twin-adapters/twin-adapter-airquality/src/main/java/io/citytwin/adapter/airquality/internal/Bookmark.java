package io.citytwin.adapter.airquality.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.TwinId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an adapter has read, as the city keeps it. Immutable.
 *
 * @param sources what was read of each, by name
 * @param newest the newest measurement of each station
 * @param unheard since when each station is waited for that has measured nothing yet
 */
record Bookmark(
        SortedMap<String, Watch.Seen> sources, SortedMap<TwinId, Instant> newest, SortedMap<TwinId, Instant> unheard) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Copies the maps. */
    Bookmark {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
        unheard = Collections.unmodifiableSortedMap(new TreeMap<>(unheard));
    }

    static Bookmark none() {
        return new Bookmark(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** What an earlier run wrote; what cannot be read is left out, since reading a source again does no harm. */
    static Bookmark of(String text) {
        SortedMap<String, Watch.Seen> sources = new TreeMap<>();
        try {
            JsonNode all = JSON.readTree(text);
            all.path("sources").properties().forEach(one -> sources.put(one.getKey(), seen(one.getValue())));
            return new Bookmark(sources, instants(all.path("newest")), instants(all.path("unheard")));
        } catch (JsonProcessingException | CityTwinException | DateTimeException broken) {
            return none();
        }
    }

    private static SortedMap<TwinId, Instant> instants(JsonNode stations) {
        SortedMap<TwinId, Instant> instants = new TreeMap<>();
        stations.properties()
                .forEach(one -> instants.put(
                        TwinId.of(one.getKey()), Instant.parse(one.getValue().asText())));
        return instants;
    }

    private static Watch.Seen seen(JsonNode one) {
        Fetched.Version version = new Fetched.Version(
                one.path("tag").asText(), one.path("modified").asText());
        return new Watch.Seen(
                version, one.path("digest").asText(), one.path("how").asText());
    }

    String text() {
        ObjectNode all = JSON.createObjectNode();
        ObjectNode each = all.putObject("sources");
        sources.forEach((name, seen) -> each.putObject(name)
                .put("tag", seen.version().tag())
                .put("modified", seen.version().modified())
                .put("digest", seen.digest())
                .put("how", seen.how()));
        write(all.putObject("newest"), newest);
        write(all.putObject("unheard"), unheard);
        return all.toString();
    }

    private static void write(ObjectNode stations, Map<TwinId, Instant> instants) {
        instants.forEach((twin, at) -> stations.put(twin.toString(), at.toString()));
    }
}
