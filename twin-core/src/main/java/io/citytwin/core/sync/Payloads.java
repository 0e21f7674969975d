package io.citytwin.core.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The one place that knows how inputs and directives are written into a journal. Safe for use by many threads. */
final class Payloads {

    static final String INPUTS = "inputs";
    static final String DIRECTIVES = "directives";

    private static final int SCHEMA = 1;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Payloads() {}

    static Journal.Entry entry(Input input) {
        String payload = write(json -> {
            json.writeStringField("kind", input.getClass().getSimpleName());
            if (input instanceof Input.Observed observed) {
                observed(json, observed.observation());
            } else if (input instanceof Input.TwinChanged changed) {
                twin(json, changed.twin());
            } else if (input instanceof Input.Passed passed) {
                json.writeStringField("passage", passed.passage().id());
                json.writeStringField("gate", passed.passage().gate().toString());
                at(json, passed.passage().at());
            } else if (input instanceof Input.Announced announced) {
                announced(json, announced);
            } else if (input instanceof Input.LawAdopted adopted) {
                json.writeStringField("hash", adopted.hash());
            } else if (input instanceof Input.Overridden override) {
                overridden(json, override);
            } else if (input instanceof Input.Approved approved) {
                json.writeStringField("directive", approved.directive());
                json.writeStringField("by", approved.by());
            }
            if (!isMeasuredWhenReceived(input)) {
                json.writeStringField("received", input.receivedAt().toString());
            }
        });
        return new Journal.Entry(INPUTS, key(input), SCHEMA, payload);
    }

    /** What a directive says, with its first state. */
    static Journal.Entry issued(DirectiveRecord record) {
        Directive directive = record.directive();
        return entry(record, json -> {
            json.writeStringField("property", directive.property());
            json.writeFieldName("value");
            value(json, directive.value());
            json.writeStringField("kind", directive.kind().name());
            json.writeStringField("provision", directive.cause().provision());
            json.writeStringField("reason", directive.cause().reason());
            json.writeStringField("since", directive.cause().since().toString());
            at(json, directive.issuedAt());
        });
    }

    /** The state that a directive has come to. */
    static Journal.Entry settled(DirectiveRecord record, Instant at) {
        return entry(record, json -> {
            json.writeNumberField("attempts", record.attempts());
            if (record.problem().isPresent()) {
                json.writeStringField("problem", record.problem().get());
            }
            at(json, at);
        });
    }

    private static Journal.Entry entry(DirectiveRecord record, Fields fields) {
        String payload = write(json -> {
            json.writeStringField("id", record.directive().id());
            json.writeStringField("state", record.state().name());
            fields.write(json);
        });
        return new Journal.Entry(DIRECTIVES, record.directive().twin().toString(), SCHEMA, payload);
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
        }
        return "";
    }

    private static void observed(JsonGenerator json, Observation seen) throws IOException {
        json.writeStringField("property", seen.property());
        if (seen.value().isPresent()) {
            json.writeFieldName("value");
            value(json, seen.value().get());
        }
        json.writeStringField("measured", seen.measuredAt().toString());
        json.writeStringField("source", seen.source());
        json.writeStringField("quality", seen.quality().name());
    }

    private static void twin(JsonGenerator json, Twin twin) throws IOException {
        json.writeStringField("type", twin.type().name());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Value> each : twin.values().entrySet()) {
            json.writeFieldName(each.getKey());
            value(json, each.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("zones");
        for (TwinId zone : twin.zones()) {
            json.writeString(zone.toString());
        }
        json.writeEndArray();
    }

    private static void announced(JsonGenerator json, Input.Announced announced) throws IOException {
        json.writeStringField("regulation", announced.regulation());
        json.writeStringField("register", announced.register());
        json.writeStringField("state", announced.state());
        json.writeStringField("from", announced.from().toString());
        json.writeStringField("source", announced.source());
    }

    private static void overridden(JsonGenerator json, Input.Overridden override) throws IOException {
        json.writeStringField("property", override.property());
        if (override.value().isPresent()) {
            json.writeFieldName("value");
            value(json, override.value().get());
        }
        json.writeStringField("by", override.by());
        json.writeStringField("reason", override.reason());
        json.writeStringField("until", override.until().toString());
    }

    private static void value(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Quantity quantity) {
            json.writeNumber(quantity.amount());
        } else if (value instanceof Value.Flag flag) {
            json.writeBoolean(flag.on());
        } else if (value instanceof Location point) {
            point(json, point);
        } else if (value instanceof Outline outline) {
            outline(json, outline);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void outline(JsonGenerator json, Outline outline) throws IOException {
        json.writeStartArray();
        for (Outline.Polygon polygon : outline.polygons()) {
            json.writeStartArray();
            for (List<Location> ring : polygon.rings()) {
                json.writeStartArray();
                for (Location point : ring) {
                    point(json, point);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void point(JsonGenerator json, Location point) throws IOException {
        json.writeStartArray();
        json.writeNumber(point.longitude());
        json.writeNumber(point.latitude());
        json.writeEndArray();
    }

    private static void at(JsonGenerator json, Instant at) throws IOException {
        json.writeStringField("at", at.toString());
    }

    private static String write(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a StringWriter does not fail
        }
        return text.toString();
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
