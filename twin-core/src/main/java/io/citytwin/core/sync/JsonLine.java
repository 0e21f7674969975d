package io.citytwin.core.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.ValueForm;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** One object of JSON as a payload. Safe for use by many threads. */
final class JsonLine {

    private static final int ROOM = 192;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonLine() {}

    static String write(Fields fields) {
        StringWriter text = new StringWriter(ROOM);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a StringWriter does not fail
        }
        return text.toString();
    }

    /** Reads an entry of a form that is known. */
    static JsonNode read(Journal.Entry entry, int schema) {
        if (entry.schema() != schema) {
            throw new IllegalArgumentException("`" + entry.stream() + "` is written in form " + entry.schema()
                    + ", and only " + schema + " is known");
        }
        return read(entry.payload());
    }

    static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no JSON: " + payload, broken);
        }
    }

    static void value(JsonGenerator json, Optional<Value> value) throws IOException {
        if (value.isPresent()) {
            json.writeFieldName("value");
            ValueForm.write(value.get(), json);
        }
    }

    static Optional<Value> value(JsonNode node) {
        return Optional.ofNullable(node.get("value")).map(ValueForm::read);
    }

    static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.required(field).asText());
    }

    static Optional<Instant> perhapsInstant(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(at -> Instant.parse(at.asText()));
    }

    static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }

    static Optional<String> perhapsText(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
