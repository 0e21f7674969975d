package io.citytwin.core.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.ValueForm;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes events for the journal and reads them again. The type of a twin is not repeated with each event, so values say
 * themselves what they are. Safe for use by many threads.
 *
 * @param types that twins may have
 */
record EventCodec(AssetTypes types) {

    static final String STREAM = "twins";
    private static final int SCHEMA = 1;
    /** What most observations take. */
    private static final int ROOM = 192;

    private static final ObjectMapper JSON = new ObjectMapper();

    Journal.Entry write(TwinEvent event) {
        String payload = event instanceof TwinEvent.Observed observed
                ? text(observed.observation())
                : node(event).toString();
        return new Journal.Entry(STREAM, event.twin().toString(), SCHEMA, payload);
    }

    private static ObjectNode node(TwinEvent event) {
        ObjectNode node = JSON.createObjectNode().put("at", event.at().toString());
        if (event instanceof TwinEvent.Put put) {
            node.put("type", put.type().name());
            ObjectNode values = node.putObject("put");
            put.values().forEach((property, value) -> values.set(property, ValueForm.write(value)));
        } else if (event instanceof TwinEvent.Desired desired) {
            node.put("desired", desired.property()).set("value", ValueForm.write(desired.value()));
        } else if (event instanceof TwinEvent.InZones zones) {
            ArrayNode names = node.putArray("zones");
            zones.zones().forEach(zone -> names.add(zone.toString()));
        } else {
            node.put("removed", true);
        }
        return node;
    }

    /** Nearly all events are observations: they are written without a tree in between. */
    private static String text(Observation observation) {
        StringWriter text = new StringWriter(ROOM);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            String at = observation.receivedAt().toString();
            // Most sources measure and send at once, and writing an instant is dear.
            boolean atOnce = observation.measuredAt().equals(observation.receivedAt());
            json.writeStartObject();
            json.writeStringField("at", at);
            json.writeStringField("observed", observation.property());
            json.writeStringField(
                    "measured", atOnce ? at : observation.measuredAt().toString());
            json.writeStringField("source", observation.source());
            json.writeStringField("quality", observation.quality().name());
            if (observation.value().isPresent()) {
                json.writeFieldName("value");
                ValueForm.write(observation.value().get(), json);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but memory.", impossible);
        }
        return text.toString();
    }

    TwinEvent read(Journal.Entry entry) {
        TwinId twin = TwinId.of(entry.key());
        JsonNode node = parse(entry);
        Instant at = Instant.parse(node.get("at").asText());
        if (node.has("put")) {
            AssetType type = types.get(node.get("type").asText());
            return new TwinEvent.Put(twin, type, values(node.get("put")), at);
        } else if (node.has("observed")) {
            return new TwinEvent.Observed(observation(twin, at, node));
        } else if (node.has("desired")) {
            Value value = ValueForm.read(node.get("value"));
            return new TwinEvent.Desired(twin, node.get("desired").asText(), value, at);
        } else if (node.has("zones")) {
            SortedSet<TwinId> zones = new TreeSet<>();
            node.get("zones").forEach(zone -> zones.add(TwinId.of(zone.asText())));
            return new TwinEvent.InZones(twin, zones, at);
        }
        return new TwinEvent.Removed(twin, at);
    }

    private static Observation observation(TwinId twin, Instant at, JsonNode node) {
        return new Observation(
                twin,
                node.get("observed").asText(),
                Optional.ofNullable(node.get("value")).map(ValueForm::read),
                Instant.parse(node.get("measured").asText()),
                at,
                node.get("source").asText(),
                Quality.valueOf(node.get("quality").asText()));
    }

    private static SortedMap<String, Value> values(JsonNode put) {
        SortedMap<String, Value> values = new TreeMap<>();
        put.properties().forEach(field -> values.put(field.getKey(), ValueForm.read(field.getValue())));
        return values;
    }

    private static JsonNode parse(Journal.Entry entry) {
        try {
            return JSON.readTree(entry.payload());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The journal holds no JSON for " + entry.key() + ".", broken);
        }
    }
}
