package io.citytwin.adapter.ditto.internal.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.signal.Directive;
import java.util.Arrays;
import java.util.List;

/** Data schemas of values and of what stands beside them. Safe for use by many threads. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TWIN_ID = "^[a-zA-Z]\\w*([.-][a-zA-Z]\\w*)*:[^\\u0000-\\u001F\\u007F/\\s:]{1,256}$";
    private static final int SHORTEST_RING = 4;

    private Schemas() {}

    /** Adds what a value may be. */
    static ObjectNode value(ObjectNode schema, ValueType type) {
        if (type instanceof ValueType.Number number) {
            return schema.put("type", "number").put("unit", UnitTerms.of(number.unit()));
        } else if (type instanceof ValueType.YesNo) {
            return schema.put("type", "boolean");
        } else if (type instanceof ValueType.Names names) {
            return names(schema, names.names());
        } else if (type instanceof ValueType.Relation) {
            return schema.put("type", "string").put("pattern", TWIN_ID);
        } else if (type instanceof ValueType.Point) {
            return geometry(schema, "Point", position());
        } else if (type instanceof ValueType.Ground) {
            ObjectNode ring = list(position()).put("minItems", SHORTEST_RING);
            return geometry(
                    schema, "MultiPolygon", list(list(ring).put("minItems", 1)).put("minItems", 1));
        }
        return schema.put("type", "string");
    }

    /** A list of twin ids. */
    static ObjectNode ids() {
        return list(JSON.objectNode().put("type", "string").put("pattern", TWIN_ID));
    }

    /** How a value came to be known. */
    static ObjectNode observation() {
        ObjectNode fields = JSON.objectNode();
        fields.set("at", instant("When it was measured."));
        fields.set("received", instant("When it reached the city."));
        fields.set("source", text("Who said it."));
        fields.set(
                "quality",
                names(
                        JSON.objectNode().put("description", "How far it can be trusted."),
                        Arrays.stream(Quality.values()).map(Quality::name).toList()));
        return object(fields);
    }

    /** Why something is desired. */
    static ObjectNode directive() {
        ObjectNode fields = JSON.objectNode();
        fields.set("id", text("The same cause has the same id: a device acts once."));
        fields.set(
                "kind",
                names(
                        JSON.objectNode().put("description", "A claim, or the return to rest."),
                        Arrays.stream(Directive.Kind.values())
                                .map(Directive.Kind::name)
                                .toList()));
        fields.set("provision", text("The provision that asks."));
        fields.set("reason", text("Its sentence."));
        fields.set("since", instant("When the cause began."));
        fields.set("issued", instant("When it was decided."));
        return object(fields);
    }

    /** What a device says to a directive. */
    static ObjectNode answer() {
        ObjectNode fields = JSON.objectNode();
        fields.set("directive", text("The id of the directive."));
        fields.set("refused", text("Why the device does not do it; left out if it does."));
        fields.set("at", instant("When the device said so."));
        ObjectNode answer = object(fields);
        answer.putArray("required").add("directive");
        return answer;
    }

    static ObjectNode object(ObjectNode fields) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        object.set("properties", fields);
        return object;
    }

    static ObjectNode names(ObjectNode schema, List<String> names) {
        ArrayNode list = schema.put("type", "string").putArray("enum");
        names.forEach(list::add);
        return schema;
    }

    private static ObjectNode text(String description) {
        return JSON.objectNode().put("description", description).put("type", "string");
    }

    private static ObjectNode instant(String description) {
        return text(description).put("format", "date-time");
    }

    private static ObjectNode geometry(ObjectNode schema, String type, ObjectNode coordinates) {
        ObjectNode fields = JSON.objectNode();
        fields.putObject("type").put("type", "string").put("const", type);
        fields.set("coordinates", coordinates);
        schema.put("type", "object").set("properties", fields);
        schema.putArray("required").add("type").add("coordinates");
        return schema;
    }

    private static ObjectNode position() {
        return list(JSON.objectNode().put("type", "number")).put("minItems", 2).put("maxItems", 3);
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", items);
        return list;
    }
}
