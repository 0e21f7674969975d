package io.citytwin.adapter.airquality.internal;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.adapter.airquality.AirError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The objects of an array. Immutable. */
final class JsonRows implements Rows {

    // A NaN, which some programs write, costs its own row and not the rest.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int LONGEST_NUMBER = 40;

    private final String name;
    private final List<JsonRow> rows;

    private JsonRows(String name, List<JsonRow> rows) {
        this.name = name;
        this.rows = rows;
    }

    private record JsonRow(JsonNode object, long line, int at) implements Row {

        @Override
        public String text(String field) {
            JsonNode value = field.startsWith("/") ? object.at(field) : object.path(field);
            if (value.isNumber() && !value.isBigDecimal() || !value.isValueNode() || value.isNull()) {
                return value.isNumber() ? value.asText() : "";
            }
            return value.isBigDecimal() ? number(value) : value.asText().strip();
        }

        // A code is sometimes written as 2, sometimes as 2.0: both are the same station.
        private static String number(JsonNode value) {
            int digits = Math.abs(value.decimalValue().scale())
                    + value.decimalValue().precision();
            if (digits > LONGEST_NUMBER) {
                return value.asText();
            }
            String plain = value.decimalValue().toPlainString();
            return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
        }

        @Override
        public String raw() {
            return object.toString();
        }
    }

    static JsonRows open(String name, String pointer, String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonPointer array = JsonPointer.compile(pointer);
            List<JsonRow> rows = new ArrayList<>();
            boolean found = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!found
                        && token == JsonToken.START_ARRAY
                        && parser.getParsingContext()
                                .getParent()
                                .pathAsPointer()
                                .equals(array)) {
                    found = true;
                    read(parser, rows);
                }
                alone(parser);
            }
            if (found) {
                return new JsonRows(name, rows);
            }
        } catch (JsonProcessingException broken) {
            throw new CityTwinException(
                    AirError.UNREADABLE,
                    "`" + name + "` is no JSON: `" + broken.getOriginalMessage() + "`.",
                    "Maybe it was cut off, or is a page for people.",
                    broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw new CityTwinException(
                AirError.UNREADABLE,
                "`" + name + "` has no array at `" + pointer + "`.",
                "Maybe the rows stand elsewhere, or the source reports a failure.");
    }

    // Behind the first value nothing may follow.
    private static void alone(JsonParser parser) throws IOException {
        if (parser.getParsingContext().inRoot() && parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the end");
        }
    }

    private static void read(JsonParser parser, List<JsonRow> rows) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new JsonParseException(parser, "the array has no end");
            }
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode object = MAPPER.readTree(parser);
            rows.add(new JsonRow(object, rows.size() + 1L, line));
        }
    }

    @Override
    public void forEach(Consumer<Row> reader, Consumer<RefusedRow> refused) {
        for (JsonRow row : rows) {
            try {
                if (!row.object().isObject()) {
                    throw new CityTwinException(AirError.CELLS, "The row is no object.", "Maybe it is damaged.");
                }
                reader.accept(row);
            } catch (CityTwinException e) {
                refused.accept(new RefusedRow(name, row.line(), e.code().id(), e.problem(), row.raw()));
            }
        }
    }
}
