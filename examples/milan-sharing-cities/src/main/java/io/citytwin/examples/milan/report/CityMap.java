package io.citytwin.examples.milan.report;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import java.util.List;

/**
 * Where things are. Immutable.
 *
 * @param areas zones and districts, sorted by id
 * @param points gates and assets, sorted by id
 */
public record CityMap(List<Area> areas, List<Point> points) {

    /** Copies the lists. */
    public CityMap {
        areas = List.copyOf(areas);
        points = List.copyOf(points);
    }

    /**
     * A zone or a district. Immutable.
     *
     * @param id of the twin
     * @param type such as {@code Zone}
     * @param label what people call it
     * @param outline its ground
     */
    public record Area(String id, String type, String label, Outline outline) {}

    /**
     * Something that stands somewhere. Immutable.
     *
     * @param id of the twin
     * @param type such as {@code LampPost}
     * @param label what people call it
     * @param location where
     */
    public record Point(String id, String type, String label, Location location) {}
}
