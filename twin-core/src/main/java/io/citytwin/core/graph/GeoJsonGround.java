package io.citytwin.core.graph;

import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.InventoryRow.Cell;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a geometry into a point or an outline. For one thread at a time. */
final class GeoJsonGround {

    private static final String ADVICE = "Maybe look at the geometry in a map program and save it again.";

    private final InventoryReading reading;
    private final AssetType type;

    GeoJsonGround(InventoryReading reading, AssetType type) {
        this.reading = reading;
        this.type = type;
    }

    /** The property that the geometry gives, with its value; reports why there is none. */
    Map<String, Value> read(LocatedJson geometry) {
        String name = geometry.scalar("type").map(LocatedJson.Scalar::text).orElse("");
        boolean point = name.equals("Point");
        String property = point ? InventoryRow.POINT : InventoryRow.GROUND;
        ValueType held = type.properties().get(property);
        Optional<LocatedJson> coordinates = geometry.field("coordinates");
        if (!point && !name.equals("Polygon") && !name.equals("MultiPolygon")) {
            refuse(geometry, "`" + name + "` is neither a point nor a polygon.");
        } else if (!(held instanceof ValueType.Point || held instanceof ValueType.Ground)) {
            refuse(geometry, "`" + type.name() + "` has no property `" + property + "` for a `" + name + "`.");
        } else if (coordinates.isEmpty()) {
            refuse(geometry, "The geometry has no `coordinates`.");
        } else {
            Optional<? extends Value> value = point ? point(coordinates.get()) : outline(name, coordinates.get());
            return value.<Map<String, Value>>map(read -> Map.of(property, read)).orElseGet(Map::of);
        }
        return Map.of();
    }

    private Optional<Outline> outline(String name, LocatedJson coordinates) {
        Optional<List<Outline.Polygon>> polygons =
                name.equals("Polygon") ? polygon(coordinates).map(List::of) : all(coordinates, this::polygon);
        Optional<Outline> outline =
                polygons.flatMap(parts -> reading.checked(coordinates.spot(), () -> new Outline(parts)));
        Optional<String> fault = outline.flatMap(Grounds::fault);
        fault.ifPresent(what -> refuse(coordinates, what));
        return outline.filter(sound -> fault.isEmpty());
    }

    private Optional<Outline.Polygon> polygon(LocatedJson coordinates) {
        return all(coordinates, ring -> all(ring, this::point))
                .flatMap(rings -> reading.checked(coordinates.spot(), () -> new Outline.Polygon(rings)));
    }

    /** All items, or empty as soon as one is refused: the others of a swapped ring would fill pages. */
    private <T> Optional<List<T>> all(LocatedJson json, Function<LocatedJson, Optional<T>> reader) {
        if (!(json instanceof LocatedJson.Items array)) {
            refuse(json, "The coordinates are not nested as deep as the geometry needs.");
            return Optional.empty();
        }
        List<T> read = new ArrayList<>();
        for (LocatedJson item : array.items()) {
            Optional<T> one = reader.apply(item);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            read.add(one.get());
        }
        return Optional.of(read);
    }

    // A third number is a height, which nobody asks for.
    private Optional<Location> point(LocatedJson json) {
        if (json instanceof LocatedJson.Items point
                && (point.items().size() == 2 || point.items().size() == 3)
                && point.items().get(0) instanceof LocatedJson.Scalar longitude
                && point.items().get(1) instanceof LocatedJson.Scalar latitude) {
            return reading.point(cell(longitude), cell(latitude));
        }
        refuse(json, "A point is not two numbers.");
        return Optional.empty();
    }

    private static Cell cell(LocatedJson.Scalar number) {
        return new Cell(InventoryRow.POINT, number.text(), number.spot());
    }

    private void refuse(LocatedJson at, String what) {
        reading.problems().add(at.spot(), CoreError.GEOMETRY, what, ADVICE);
    }
}
