package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** Writes values as plain JSON, and reads them by the type of their property. Safe for use by many threads. */
final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_NAME = 1000;

    private JsonValues() {}

    static JsonNode write(Value value) {
        if (value instanceof Quantity quantity) {
            return number(quantity.amount());
        } else if (value instanceof Value.Flag flag) {
            return BooleanNode.valueOf(flag.on());
        } else if (value instanceof Location point) {
            return geometry("Point", position(point));
        } else if (value instanceof Outline outline) {
            return geometry(
                    "MultiPolygon",
                    list(
                            outline.polygons(),
                            polygon -> list(polygon.rings(), ring -> list(ring, JsonValues::position))));
        }
        // Terms, texts and twin ids say what they are as they are.
        return TextNode.valueOf(value.toString());
    }

    static ArrayNode ids(SortedSet<TwinId> ids) {
        return list(List.copyOf(ids), id -> TextNode.valueOf(id.toString()));
    }

    /** Refuses what is no such value, with the error code that the same text in a file would have. */
    static Value read(ValueType type, JsonNode json) {
        if (type instanceof ValueType.Number number) {
            return new Quantity(JsonNumbers.read(json), number.unit());
        } else if (type instanceof ValueType.YesNo) {
            if (json.isBoolean()) {
                return new Value.Flag(json.booleanValue());
            }
            throw refused(json, "neither true nor false", "Maybe write it without quotes.");
        } else if (type instanceof ValueType.Point || type instanceof ValueType.Ground) {
            return Geometries.read(type, json);
        } else if (!json.isTextual()) {
            throw refused(json, "no text", "Maybe put it in quotes.");
        } else if (type instanceof ValueType.Words) {
            return new Value.Text(json.textValue());
        } else if (json.textValue().length() > LONGEST_NAME) {
            throw refused(json, "too long for a name", "Maybe it belongs to another property.");
        }
        return Values.read(type, json.textValue());
    }

    private static CityTwinException refused(JsonNode json, String what, String advice) {
        return new CityTwinException(CoreError.TERM, "`" + Snippet.of(json) + "` is " + what + ".", advice);
    }

    // Small numbers as parsers make them, so that trees that say the same are equal.
    private static JsonNode number(BigDecimal amount) {
        if (amount.scale() > 0) {
            return DecimalNode.valueOf(amount);
        }
        BigInteger whole = amount.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return JSON.numberNode(whole.intValueExact());
        }
        return whole.bitLength() < Long.SIZE ? JSON.numberNode(whole.longValueExact()) : JSON.numberNode(whole);
    }

    private static ObjectNode geometry(String type, ArrayNode coordinates) {
        ObjectNode geometry = JSON.objectNode().put("type", type);
        geometry.set("coordinates", coordinates);
        return geometry;
    }

    private static ArrayNode position(Location point) {
        return JSON.arrayNode().add(number(point.longitude())).add(number(point.latitude()));
    }

    private static <T> ArrayNode list(List<T> parts, Function<T, JsonNode> write) {
        ArrayNode list = JSON.arrayNode(parts.size());
        parts.forEach(part -> list.add(write.apply(part)));
        return list;
    }
}
