package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.Grounds;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads GeoJSON geometries, to the depth that they have and no deeper. Safe for use by many threads. */
final class Geometries {

    private Geometries() {}

    static Value read(ValueType type, JsonNode geometry) {
        String name = geometry.path("type").isTextual() ? geometry.path("type").textValue() : "";
        JsonNode coordinates = geometry.path("coordinates");
        if (type instanceof ValueType.Point && name.equals("Point")) {
            return position(coordinates);
        } else if (type instanceof ValueType.Ground && name.equals("MultiPolygon")) {
            return sound(new Outline(all(coordinates, Geometries::polygon)));
        } else if (type instanceof ValueType.Ground && name.equals("Polygon")) {
            return sound(new Outline(List.of(polygon(coordinates))));
        }
        throw refused(type instanceof ValueType.Point ? "The value is no `Point`." : "The value is no `MultiPolygon`.");
    }

    // What the graph would not take must not get as far as the graph.
    private static Outline sound(Outline outline) {
        Grounds.fault(outline).ifPresent(fault -> {
            throw refused(fault);
        });
        return outline;
    }

    private static Outline.Polygon polygon(JsonNode rings) {
        return new Outline.Polygon(all(rings, ring -> all(ring, Geometries::position)));
    }

    // A third number is a height, which nobody asks for.
    private static Location position(JsonNode json) {
        if (!json.isArray() || json.size() < 2 || json.size() > 3) {
            throw refused("A position is not two numbers.");
        }
        return new Location(JsonNumbers.read(json.path(0)), JsonNumbers.read(json.path(1)));
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> read) {
        if (!list.isArray()) {
            throw refused("The coordinates are not nested as deep as the geometry needs.");
        }
        return StreamSupport.stream(list.spliterator(), false).map(read).toList();
    }

    private static CityTwinException refused(String problem) {
        return new CityTwinException(CoreError.GEOMETRY, problem, "Maybe write it as a GeoJSON geometry.");
    }
}
