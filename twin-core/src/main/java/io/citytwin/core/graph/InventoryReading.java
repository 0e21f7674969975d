package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.InventoryProblems.Spot;
import io.citytwin.core.graph.InventoryRow.Cell;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the files of an inventory, then looks at what their rows say about each other. For one thread at a time. */
final class InventoryReading {

    private final InventoryPlan plan;
    private final InventoryProblems problems;
    private final SortedMap<TwinId, InventoryRow> rows = new TreeMap<>();
    private final SortedMap<TwinId, Twin> twins = new TreeMap<>();
    private final Set<String> typesWithLostRows = new HashSet<>();

    InventoryReading(InventoryPlan plan) {
        this.plan = plan;
        this.problems = new InventoryProblems(plan.sources());
    }

    InventoryProblems problems() {
        return problems;
    }

    void read(InventorySource source) {
        Spot start = new Spot(source, 1, 0, "");
        try {
            TextLines text = TextLines.read(source.path());
            if (text.utf16()) {
                lost(source);
                problems.add(start, "The file is UTF-16.", "Maybe save it as UTF-8.");
            } else {
                int before = problems.count();
                badLetters(source, text);
                int found = source.form().isPresent()
                        ? new GeoJsonRows(this, source, source.form().get(), text).read()
                        : new CsvRows(this, source, text).read();
                count(new Spot(source, Math.max(1, text.lines().size()), 0, ""), found, problems.count() == before);
            }
        } catch (IOException unreadable) {
            lost(source);
            String advice = "Maybe the path or its permissions are wrong.";
            problems.add(start, CoreError.NOTHING_TO_READ, "The file cannot be read.", advice);
        }
    }

    private void badLetters(InventorySource source, TextLines text) {
        text.notUtf8().stream().forEach(index -> {
            lost(source);
            String line = text.lines().get(index);
            Spot spot = new Spot(source, index + 1, line.indexOf('\uFFFD') + 1, line);
            problems.add(spot, "A letter is not UTF-8.", "Maybe save the file again as UTF-8.");
        });
    }

    // A missing row has no line: the file's last one stands for it.
    private void count(Spot end, int found, boolean sound) {
        OptionalInt expected = end.source().rows();
        if (expected.isPresent() && expected.getAsInt() != found) {
            String what = "The file has `" + found + "` rows, not `" + expected.getAsInt() + "`.";
            problems.add(end, what, "Maybe rows were lost or doubled.");
        } else if (expected.isEmpty() && found == 0 && sound) {
            problems.add(end, CoreError.NOTHING_TO_READ, "The file has no rows.", "Maybe it was cut off.");
        }
    }

    /** Notes that the file holds rows that nobody can name: relations may lead to them. */
    void lost(InventorySource source) {
        typesWithLostRows.add(source.type().name());
    }

    /** A point on the city's ground; reports why there is none. */
    Optional<Location> point(Cell longitude, Cell latitude) {
        Optional<BigDecimal> east = checked(longitude.spot(), () -> Location.degrees(longitude.text()));
        Optional<BigDecimal> north = checked(latitude.spot(), () -> Location.degrees(latitude.text()));
        if (east.isEmpty() || north.isEmpty()) {
            return Optional.empty();
        }
        return checked(longitude.spot(), () -> {
            Location point = new Location(east.get(), north.get());
            plan.extent().ifPresent(extent -> extent.check(point));
            return point;
        });
    }

    <T> Optional<T> checked(Spot spot, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (CityTwinException refused) {
            problems.add(spot, refused);
            return Optional.empty();
        }
    }

    void accept(InventoryRow row) {
        Optional<TwinId> id = id(row);
        if (id.isPresent() && isNew(id.get(), row)) {
            rows.put(id.get(), row);
            twin(id.get(), row).ifPresent(twin -> twins.put(id.get(), twin));
        }
    }

    private Optional<TwinId> id(InventoryRow row) {
        Optional<Cell> cell = row.id();
        try {
            if (cell.isPresent()) {
                return Optional.of(plan.id(cell.get().text()));
            } else if (row.sound()) {
                problems.add(
                        row.spot(), CoreError.TWIN_ID, "The row has no id.", "Maybe choose one that no other row has.");
            }
        } catch (CityTwinException refused) {
            problems.add(cell.orElseThrow().spot(), refused);
        }
        lost(row.spot().source());
        return Optional.empty();
    }

    private boolean isNew(TwinId id, InventoryRow row) {
        Spot spot = row.id().orElseThrow().spot();
        InventoryRow before = rows.get(id);
        if (before != null) {
            String where = "`" + before.spot().source().path().getFileName() + "`, line `"
                    + before.spot().line() + "`";
            problems.add(spot, "`" + id + "` stands already in " + where + ".", "Maybe one of both is to go.");
            return false;
        } else if (plan.known().containsKey(id)) {
            problems.add(spot, "`" + id + "` is known already.", "Maybe it is a twin that the inventory builds on.");
            return false;
        }
        return true;
    }

    /** The row's twin; reports every cell that cannot be read. */
    private Optional<Twin> twin(TwinId id, InventoryRow row) {
        boolean sound = row.sound();
        Twin twin = Twin.of(id, row.spot().source().type());
        for (Map.Entry<String, Value> ground : row.grounds().entrySet()) {
            twin = twin.with(ground.getKey(), ground.getValue());
        }
        for (Cell cell : row.properties()) {
            try {
                twin = with(twin, cell);
            } catch (CityTwinException refused) {
                problems.add(cell.spot(), refused);
                sound = false;
            }
        }
        return sound ? Optional.of(twin) : Optional.empty();
    }

    private Twin with(Twin twin, Cell cell) {
        return twin.type().properties().get(cell.property()) instanceof ValueType.Relation
                ? twin.with(cell.property(), plan.id(cell.text()))
                : twin.with(cell.property(), cell.text());
    }

    InventoryReport report() {
        rows.forEach((id, row) -> relations(id, row));
        return new InventoryReport(List.copyOf(twins.values()), problems.inOrder());
    }

    private void relations(TwinId id, InventoryRow row) {
        for (Cell cell : row.properties()) {
            ValueType held = row.spot().source().type().properties().get(cell.property());
            if (held instanceof ValueType.Relation relation && !leads(cell, relation.assetType())) {
                twins.remove(id);
            }
        }
    }

    private boolean leads(Cell cell, String type) {
        TwinId target;
        try {
            target = plan.id(cell.text());
        } catch (CityTwinException reportedBefore) {
            return false;
        }
        Optional<String> found = typeOf(target);
        if (found.isEmpty() && !typesWithLostRows.contains(type)) {
            String what = "`" + cell.property() + "` leads to `" + target + "`, which is no twin.";
            problems.add(cell.spot(), CoreError.INTEGRITY, what, "Maybe its row is missing, or the id is mistyped.");
        } else if (found.isPresent() && !found.get().equals(type)) {
            String what = "`" + cell.property() + "` leads to `" + target + "`, which is a `" + found.get()
                    + "`, not a `" + type + "`.";
            problems.add(cell.spot(), CoreError.INTEGRITY, what, "Maybe the id of another twin is meant.");
        }
        return found.isPresent() && found.get().equals(type);
    }

    private Optional<String> typeOf(TwinId id) {
        return Optional.ofNullable(rows.get(id))
                .map(row -> row.spot().source().type().name())
                .or(() -> Optional.ofNullable(plan.known().get(id)));
    }
}
