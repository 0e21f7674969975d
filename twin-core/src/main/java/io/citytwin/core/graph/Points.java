package io.citytwin.core.graph;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where the twins of one type are. For one thread at a time. */
final class Points {

    private static final double FIRST_RADIUS = 250;
    private static final Comparator<TwinGraph.Near> NEAREST = Comparator.comparing(
                    (TwinGraph.Near near) -> near.distance().amount())
            .thenComparing(TwinGraph.Near::twin);

    private final Grid grid = new Grid();

    void move(Row row, @Nullable Location from, @Nullable Location to) {
        grid.move(row, from, to);
    }

    List<Row> in(Envelope box) {
        return grid.in(box);
    }

    List<TwinGraph.Near> near(Location point, BigDecimal radius) {
        Coordinate centre = Shape.coordinate(point);
        List<TwinGraph.Near> near = new ArrayList<>();
        for (Row row : in(Earth.around(new Envelope(centre), radius.doubleValue()))) {
            TwinGraph.Near found = new TwinGraph.Near(row.id(), distance(centre, row));
            if (found.distance().amount().compareTo(radius) <= 0) {
                near.add(found);
            }
        }
        near.sort(NEAREST);
        return near;
    }

    /** Looks in circles that grow, so that each twin is tried once and none in vain. */
    List<TwinGraph.Near> nearest(Location point, Predicate<TwinGraph.Near> condition, int most) {
        List<TwinGraph.Near> nearest = new ArrayList<>();
        BigDecimal tried = BigDecimal.ONE.negate();
        for (double radius = FIRST_RADIUS; nearest.size() < most && radius < 2 * Earth.HALF_ROUND; radius *= 2) {
            BigDecimal inner = tried;
            BigDecimal outer = BigDecimal.valueOf(radius);
            near(point, outer).stream()
                    .filter(near -> near.distance().amount().compareTo(inner) > 0)
                    .filter(condition)
                    .limit(most - nearest.size())
                    .forEach(nearest::add);
            tried = outer;
        }
        return nearest;
    }

    private static Quantity distance(Coordinate centre, Row row) {
        return Grounds.metres(NearestEdge.distance(centre, Shape.coordinate(Objects.requireNonNull(row.location()))));
    }
}
