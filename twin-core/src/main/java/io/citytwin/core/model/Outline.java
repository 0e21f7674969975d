package io.citytwin.core.model;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.util.List;

/**
 * The ground that something covers: one or more polygons, EPSG:4326. Immutable.
 *
 * @param polygons at least one
 */
public record Outline(List<Polygon> polygons) implements Value {

    private static final int SMALLEST_RING = 4;

    /** Copies the list. */
    public Outline {
        polygons = List.copyOf(polygons);
        if (polygons.isEmpty()) {
            throw refused("An outline without a polygon covers nothing.");
        }
    }

    /**
     * One polygon. Immutable.
     *
     * @param rings the outer ring, then its holes; the first point of each comes again as its last
     */
    public record Polygon(List<List<Location>> rings) {

        /** Copies the rings; refuses one that is open or too short. */
        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
            if (rings.isEmpty()) {
                throw refused("A polygon without a ring covers nothing.");
            }
            for (List<Location> ring : rings) {
                if (ring.size() < SMALLEST_RING || !ring.get(0).equals(ring.get(ring.size() - 1))) {
                    throw refused("A ring of `" + ring.size() + "` points is not closed.");
                }
            }
        }
    }

    private static CityTwinException refused(String problem) {
        return new CityTwinException(
                CoreError.GEOMETRY, problem, "Maybe repeat the first point of each ring as its last.");
    }

    /** How many polygons and points there are: the points themselves would fill pages. */
    @Override
    public String toString() {
        int points = polygons.stream()
                .flatMap(polygon -> polygon.rings().stream())
                .mapToInt(List::size)
                .sum();
        return polygons.size() + " polygons, " + points + " points";
    }
}
