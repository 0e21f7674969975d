package io.citytwin.core.graph;

import io.citytwin.core.graph.InventoryProblems.Spot;
import io.citytwin.core.graph.InventoryRow.Cell;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns features into rows. For one thread at a time. */
final class GeoJsonFeature {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final InventoryReading reading;
    private final AssetType type;
    private final GeoJsonForm form;

    GeoJsonFeature(InventoryReading reading, AssetType type, GeoJsonForm form) {
        this.reading = reading;
        this.type = type;
        this.form = form;
    }

    /** Tells the feature to the reading; false if the form passes it over. */
    boolean read(LocatedJson feature, boolean utf8) {
        if (feature.scalar("type").filter(type -> type.text().equals("Feature")).isEmpty()) {
            reading.problems().add(feature.spot(), "This is no `Feature`.", "Maybe its `type` was lost.");
            reading.lost(feature.spot().source());
            return true;
        }
        LocatedJson properties = feature.field("properties").orElse(new LocatedJson.Null(feature.spot()));
        if (!form.where().entrySet().stream().allMatch(entry -> says(properties, entry))) {
            return false;
        }
        int before = reading.problems().count();
        List<Cell> cells = form.isOwn() ? ownCells(properties) : foreignCells(properties);
        Map<String, Value> ground = feature.field("geometry")
                .map(geometry -> new GeoJsonGround(reading, type).read(geometry))
                .orElseGet(Map::of);
        boolean sound = utf8 && reading.problems().count() == before;
        reading.accept(new InventoryRow(feature.spot(), cells, ground, sound));
        return true;
    }

    private static boolean says(LocatedJson properties, Map.Entry<String, String> wanted) {
        return properties
                .scalar(wanted.getKey())
                .filter(said -> said.text().equals(wanted.getValue()))
                .isPresent();
    }

    private List<Cell> ownCells(LocatedJson properties) {
        List<Cell> cells = new ArrayList<>();
        if (properties instanceof LocatedJson.Fields object) {
            object.fields().forEach((key, value) -> cell(key, value).ifPresent(cells::add));
        }
        return cells;
    }

    private List<Cell> foreignCells(LocatedJson properties) {
        List<Cell> cells = new ArrayList<>();
        id(properties).ifPresent(cells::add);
        form.label()
                .flatMap(properties::field)
                .flatMap(value -> cell("label", value))
                .ifPresent(cells::add);
        form.constants()
                .forEach((key, text) -> cell(key, new LocatedJson.Scalar(text, properties.spot()))
                        .ifPresent(cells::add));
        form.rename()
                .forEach((name, key) -> properties
                        .field(name)
                        .flatMap(value -> cell(key, value))
                        .ifPresent(cells::add));
        return cells;
    }

    private Optional<Cell> id(LocatedJson properties) {
        List<String> names = PLACEHOLDER
                .matcher(form.id())
                .results()
                .map(found -> found.group(1))
                .toList();
        if (names.stream().anyMatch(name -> properties.scalar(name).isEmpty())) {
            return Optional.empty();
        }
        String id = PLACEHOLDER
                .matcher(form.id())
                .replaceAll(found -> Matcher.quoteReplacement(
                        properties.scalar(found.group(1)).orElseThrow().text()));
        Spot spot = names.isEmpty()
                ? properties.spot()
                : properties.scalar(names.get(0)).orElseThrow().spot();
        return Optional.of(new Cell(InventoryRow.ID, id, spot));
    }

    private Optional<Cell> cell(String key, LocatedJson value) {
        Optional<String> property = key.equals(InventoryRow.ID)
                ? Optional.of(key)
                : reading.checked(value.spot(), () -> PropertyKey.property(type, key));
        if (value instanceof LocatedJson.Fields || value instanceof LocatedJson.Items) {
            String what = "`" + key + "` holds more than one value.";
            reading.problems().add(value.spot(), what, "Maybe give it one text, number, true or false.");
            return Optional.empty();
        }
        return value instanceof LocatedJson.Scalar scalar && !scalar.text().isBlank()
                ? property.map(name -> new Cell(name, scalar.text().strip(), scalar.spot()))
                : Optional.empty();
    }
}
