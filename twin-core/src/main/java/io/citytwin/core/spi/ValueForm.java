package io.citytwin.core.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Values in the payloads of a {@link Journal}: JSON that says which kind they are, so that it is read again without the
 * type of its twin, numbers to the last digit. Safe for use by many threads.
 */
public final class ValueForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ZEROS = 30;

    private ValueForm() {}

    /**
     * Writes a value.
     *
     * @param value of any kind
     * @return text or yes and no as they are, anything else as an object
     */
    public static JsonNode write(Value value) {
        if (value instanceof Value.Text text) {
            return TextNode.valueOf(text.text());
        } else if (value instanceof Value.Flag flag) {
            return BooleanNode.valueOf(flag.on());
        }
        ObjectNode node = JSON.objectNode();
        if (value instanceof Quantity quantity) {
            return node.put("amount", text(quantity))
                    .put("unit", quantity.unit().symbol());
        } else if (value instanceof Value.Term term) {
            return node.put("term", term.name());
        } else if (value instanceof Value.Ref ref) {
            return node.put("twin", ref.target().toString());
        } else if (value instanceof Location location) {
            return node.set("point", point(location));
        } else if (value instanceof Outline outline) {
            return node.set(
                    "polygons",
                    list(outline.polygons(), polygon -> list(polygon.rings(), ring -> list(ring, ValueForm::point))));
        }
        throw new IllegalArgumentException("There is no other value than those above.");
    }

    /**
     * Writes a value, the commonest ones without a tree in between.
     *
     * @param value of any kind
     * @param json where a value is expected
     * @throws IOException if the generator fails
     */
    public static void write(Value value, JsonGenerator json) throws IOException {
        if (value instanceof Quantity quantity) {
            json.writeStartObject();
            json.writeStringField("amount", text(quantity));
            json.writeStringField("unit", quantity.unit().symbol());
            json.writeEndObject();
        } else {
            json.writeTree(write(value));
        }
    }

    /**
     * Reads a value.
     *
     * @param node as {@link #write(Value)} made it
     * @return equal to what was written
     * @throws io.citytwin.core.error.CityTwinException {@code C101} or {@code C102} if it names no twin or no unit
     */
    public static Value read(JsonNode node) {
        if (node.isTextual()) {
            return new Value.Text(node.asText());
        } else if (node.isBoolean()) {
            return new Value.Flag(node.asBoolean());
        } else if (node.has("amount")) {
            return new Quantity(
                    new BigDecimal(node.get("amount").asText()),
                    Unit.of(node.get("unit").asText()));
        } else if (node.has("term")) {
            return new Value.Term(node.get("term").asText());
        } else if (node.has("twin")) {
            return new Value.Ref(TwinId.of(node.get("twin").asText()));
        } else if (node.has("point")) {
            return location(node.get("point"));
        }
        return new Outline(all(
                node.get("polygons"),
                polygon -> new Outline.Polygon(all(polygon, ring -> all(ring, ValueForm::location)))));
    }

    /** Plain digits, unless there would be very many of them. */
    private static String text(Quantity quantity) {
        BigDecimal amount = quantity.amount();
        return Math.abs((long) amount.scale()) <= MOST_ZEROS ? amount.toPlainString() : amount.toString();
    }

    private static ArrayNode point(Location location) {
        return JSON.arrayNode()
                .add(location.longitude().toString())
                .add(location.latitude().toString());
    }

    private static Location location(JsonNode point) {
        return new Location(
                new BigDecimal(point.get(0).asText()),
                new BigDecimal(point.get(1).asText()));
    }

    private static <T> ArrayNode list(List<T> parts, Function<T, JsonNode> write) {
        ArrayNode list = JSON.arrayNode(parts.size());
        parts.forEach(part -> list.add(write.apply(part)));
        return list;
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>(list.size());
        list.forEach(part -> all.add(read.apply(part)));
        return all;
    }
}
