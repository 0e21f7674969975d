package io.citytwin.core.graph;

import io.citytwin.core.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Rows by the square they are in. A tree of boxes would keep whatever lies across a dividing line near its root, where
 * every query and every move has to look through it. For one thread at a time.
 */
final class Grid {

    // A few street blocks: few squares to look into, few rows in each.
    private static final double DEGREES = 0.005;

    private final Map<Square, Set<Row>> squares = new HashMap<>();

    private record Square(int east, int north) {
        static Square of(Coordinate point) {
            return new Square((int) Math.floor(point.x / DEGREES), (int) Math.floor(point.y / DEGREES));
        }
    }

    void move(Row row, @Nullable Location from, @Nullable Location to) {
        if (from != null) {
            squares.computeIfPresent(Square.of(Shape.coordinate(from)), (square, rows) -> without(rows, row));
        }
        if (to != null) {
            squares.computeIfAbsent(Square.of(Shape.coordinate(to)), square -> new HashSet<>())
                    .add(row);
        }
    }

    private static @Nullable Set<Row> without(Set<Row> rows, Row row) {
        rows.remove(row);
        return rows.isEmpty() ? null : rows;
    }

    /** The rows whose location is in a box, its edges included. */
    List<Row> in(Envelope box) {
        Square low = Square.of(new Coordinate(box.getMinX(), box.getMinY()));
        Square high = Square.of(new Coordinate(box.getMaxX(), box.getMaxY()));
        List<Row> found = new ArrayList<>();
        long wanted = (high.east() - low.east() + 1L) * (high.north() - low.north() + 1L);
        if (wanted > squares.size()) {
            squares.values().forEach(rows -> collect(rows, box, found));
            return found;
        }
        for (int east = low.east(); east <= high.east(); east++) {
            for (int north = low.north(); north <= high.north(); north++) {
                collect(squares.getOrDefault(new Square(east, north), Set.of()), box, found);
            }
        }
        return found;
    }

    private static void collect(Set<Row> rows, Envelope box, List<Row> found) {
        for (Row row : rows) {
            if (box.covers(Shape.coordinate(Objects.requireNonNull(row.location())))) {
                found.add(row);
            }
        }
    }
}
