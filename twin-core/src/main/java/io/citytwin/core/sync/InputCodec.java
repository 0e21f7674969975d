package io.citytwin.core.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.ValueForm;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes inputs for the journal and reads them again, equal to what they were. Safe for use by many threads.
 *
 * @param types that twins may have
 */
record InputCodec(AssetTypes types) {

    static final String STREAM = "inputs";
    private static final int SCHEMA = 1;

    /**
     * An entry of the journal.
     *
     * @param input what happened
     * @param personal whether it tells of a person
     */
    Journal.Entry write(Input input, boolean personal) {
        String payload = JsonLine.write(json -> {
            json.writeStringField("kind", input.getClass().getSimpleName());
            fields(json, input);
            if (!isMeasuredWhenReceived(input)) {
                json.writeStringField("received", input.receivedAt().toString());
            }
        });
        Optional<Instant> when = personal ? Optional.of(input.receivedAt()) : Optional.empty();
        return new Journal.Entry(STREAM, key(input), SCHEMA, payload, when);
    }

    /** Tells that a twin was taken away, which is no input. */
    Journal.Entry removal(TwinId twin, Instant at) {
        String payload = JsonLine.write(json -> {
            json.writeStringField("kind", Intake.REMOVED);
            json.writeStringField("received", at.toString());
        });
        return new Journal.Entry(STREAM, twin.toString(), SCHEMA, payload);
    }

    /** When a twin was taken away. */
    Instant removedAt(Journal.Entry removal) {
        return JsonLine.instant(JsonLine.read(removal, SCHEMA), "received");
    }

    private static void fields(JsonGenerator json, Input input) throws IOException {
        if (input instanceof Input.Observed observed) {
            json.writeStringField("property", observed.observation().property());
            observed(json, observed.observation());
        } else if (input instanceof Input.TwinChanged changed) {
            twin(json, changed.twin());
        } else if (input instanceof Input.Passed passed) {
            json.writeStringField("passage", passed.passage().id());
            json.writeStringField("gate", passed.passage().gate().toString());
            json.writeStringField("at", passed.passage().at().toString());
        } else if (input instanceof Input.Announced announced) {
            json.writeStringField("regulation", announced.regulation());
            json.writeStringField("register", announced.register());
            json.writeStringField("state", announced.state());
            json.writeStringField("from", announced.from().toString());
            json.writeStringField("source", announced.source());
        } else if (input instanceof Input.LawAdopted adopted) {
            json.writeStringField("hash", adopted.hash());
        } else if (input instanceof Input.Overridden override) {
            json.writeStringField("property", override.property());
            JsonLine.value(json, override.value());
            json.writeStringField("by", override.by());
            json.writeStringField("reason", override.reason());
            json.writeStringField("until", override.until().toString());
        } else if (input instanceof Input.Approved approved) {
            json.writeStringField("by", approved.by());
        }
    }

    // Most devices report at once, and one moment is enough to say that.
    private static boolean isMeasuredWhenReceived(Input input) {
        return input instanceof Input.Observed observed
                && observed.observation().measuredAt().equals(input.receivedAt());
    }

    private static String key(Input input) {
        if (input instanceof Input.Observed observed) {
            return observed.observation().twin().toString();
        } else if (input instanceof Input.TwinChanged changed) {
            return changed.twin().id().toString();
        } else if (input instanceof Input.Passed passed) {
            return passed.passage().vehicle().toString();
        } else if (input instanceof Input.Announced announced) {
            return announced.subject().toString();
        } else if (input instanceof Input.Overridden override) {
            return override.twin().toString();
        } else if (input instanceof Input.Approved approved) {
            return approved.directive();
        }
        return "";
    }

    private static void observed(JsonGenerator json, Observation seen) throws IOException {
        JsonLine.value(json, seen.value());
        json.writeStringField("measured", seen.measuredAt().toString());
        json.writeStringField("source", seen.source());
        json.writeStringField("quality", seen.quality().name());
    }

    private static void twin(JsonGenerator json, Twin twin) throws IOException {
        json.writeStringField("type", twin.type().name());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Value> each : twin.values().entrySet()) {
            if (!twin.observations().containsKey(each.getKey())) {
                json.writeFieldName(each.getKey());
                ValueForm.write(each.getValue(), json);
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("observed");
        for (Observation seen : twin.observations().values()) {
            json.writeObjectFieldStart(seen.property());
            observed(json, seen);
            json.writeStringField("received", seen.receivedAt().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("zones");
        for (TwinId zone : twin.zones()) {
            json.writeString(zone.toString());
        }
        json.writeEndArray();
    }

    /** The input that an entry tells of. */
    Input read(Journal.Entry entry) {
        JsonNode node = JsonLine.read(entry, SCHEMA);
        String kind = JsonLine.text(node, "kind");
        if (kind.equals("Observed")) {
            return new Input.Observed(observation(
                    TwinId.of(entry.key()),
                    JsonLine.text(node, "property"),
                    node,
                    JsonLine.perhapsInstant(node, "received")));
        }
        Instant received = JsonLine.instant(node, "received");
        return switch (kind) {
            case "TwinChanged" -> new Input.TwinChanged(twin(TwinId.of(entry.key()), node), received);
            case "Announced" -> announced(TwinId.of(entry.key()), node, received);
            case "Passed" ->
                new Input.Passed(
                        new Passage(
                                JsonLine.text(node, "passage"),
                                TwinId.of(entry.key()),
                                TwinId.of(JsonLine.text(node, "gate")),
                                JsonLine.instant(node, "at")),
                        received);
            case "LawAdopted" -> new Input.LawAdopted(JsonLine.text(node, "hash"), received);
            case "Overridden" -> overridden(TwinId.of(entry.key()), node, received);
            case "Approved" -> new Input.Approved(entry.key(), JsonLine.text(node, "by"), received);
            case "Tick" -> new Input.Tick(received);
            default -> throw new IllegalArgumentException("`" + kind + "` is no input");
        };
    }

    private static Input announced(TwinId subject, JsonNode node, Instant received) {
        return new Input.Announced(
                JsonLine.text(node, "regulation"),
                JsonLine.text(node, "register"),
                subject,
                JsonLine.text(node, "state"),
                LocalDate.parse(JsonLine.text(node, "from")),
                received,
                JsonLine.text(node, "source"));
    }

    private static Input overridden(TwinId twin, JsonNode node, Instant received) {
        return new Input.Overridden(
                twin,
                JsonLine.text(node, "property"),
                JsonLine.value(node),
                JsonLine.text(node, "by"),
                JsonLine.text(node, "reason"),
                JsonLine.instant(node, "until"),
                received);
    }

    private static Observation observation(TwinId twin, String property, JsonNode node, Optional<Instant> received) {
        Instant measured = JsonLine.instant(node, "measured");
        return new Observation(
                twin,
                property,
                JsonLine.value(node),
                measured,
                received.orElse(measured),
                JsonLine.text(node, "source"),
                Quality.valueOf(JsonLine.text(node, "quality")));
    }

    private Twin twin(TwinId id, JsonNode node) {
        AssetType type = types.get(JsonLine.text(node, "type"));
        SortedMap<String, Value> values = new TreeMap<>();
        node.required("values")
                .properties()
                .forEach(field -> values.put(field.getKey(), ValueForm.read(field.getValue())));
        SortedSet<TwinId> zones = new TreeSet<>();
        node.required("zones").forEach(zone -> zones.add(TwinId.of(zone.asText())));
        Twin twin = new Twin(id, type, values, Collections.emptySortedMap(), zones);
        for (Map.Entry<String, JsonNode> seen : node.required("observed").properties()) {
            twin = twin.with(observation(
                    id, seen.getKey(), seen.getValue(), JsonLine.perhapsInstant(seen.getValue(), "received")));
        }
        return twin;
    }
}
