package io.citytwin.core.graph;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.citytwin.core.graph.InventoryProblems.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a JSON text with its place. Immutable. */
sealed interface LocatedJson {

    /** Where it starts. */
    Spot spot();

    /** An object. Immutable. */
    record Fields(Map<String, LocatedJson> fields, Spot spot) implements LocatedJson {}

    /** An array. Immutable. */
    record Items(List<LocatedJson> items, Spot spot) implements LocatedJson {}

    /** A string, a number as it is written, true or false. Immutable. */
    record Scalar(String text, Spot spot) implements LocatedJson {}

    /** Nothing. Immutable. */
    record Null(Spot spot) implements LocatedJson {}

    /** Reads the value at whose first token the parser stands. */
    static LocatedJson read(JsonParser parser, Function<JsonLocation, Spot> spots) throws IOException {
        Spot spot = spots.apply(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, LocatedJson> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, read(parser, spots));
            }
            return new Fields(fields, spot);
        } else if (token == JsonToken.START_ARRAY) {
            List<LocatedJson> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser, spots));
            }
            return new Items(items, spot);
        }
        return token == JsonToken.VALUE_NULL ? new Null(spot) : new Scalar(parser.getText(), spot);
    }

    /** A member of an object. */
    default Optional<LocatedJson> field(String name) {
        return this instanceof Fields object
                ? Optional.ofNullable(object.fields().get(name)).filter(value -> !(value instanceof Null))
                : Optional.empty();
    }

    /** What a member of an object says. */
    default Optional<Scalar> scalar(String name) {
        return field(name).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }
}
