package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * An outline as geometry, prepared for many questions; the only place that turns ours into that of the libraries. Safe
 * for use by many threads.
 */
final class Shape {

    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);
    private static final double SLIVER = 0.001;

    private final MultiPolygon geometry;
    private final IndexedPointInAreaLocator locator;

    private Shape(MultiPolygon geometry) {
        this.geometry = geometry;
        this.locator = new IndexedPointInAreaLocator(geometry);
    }

    static Shape of(Outline outline) {
        return new Shape(FACTORY.createMultiPolygon(
                outline.polygons().stream().map(Shape::polygon).toArray(Polygon[]::new)));
    }

    private static Polygon polygon(Outline.Polygon polygon) {
        List<LinearRing> rings = polygon.rings().stream().map(Shape::ring).toList();
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<Location> points) {
        return FACTORY.createLinearRing(points.stream().map(Shape::coordinate).toArray(Coordinate[]::new));
    }

    static Coordinate coordinate(Location point) {
        return new Coordinate(point.longitude().doubleValue(), point.latitude().doubleValue());
    }

    /** What holds the ground, in degrees, for an index. */
    MultiPolygon geometry() {
        return geometry;
    }

    boolean contains(Location point) {
        return locator.locate(coordinate(point)) != org.locationtech.jts.geom.Location.EXTERIOR;
    }

    boolean covers(Shape inner) {
        valid();
        inner.valid();
        // A ratio of areas in degrees is one of areas on the ground, as far as a city reaches.
        return geometry.covers(inner.geometry)
                || OverlayNGRobust.overlay(inner.geometry, geometry, OverlayNG.DIFFERENCE)
                                .getArea()
                        <= inner.geometry.getArea() * SLIVER;
    }

    /** Overlays answer nonsense, or nothing, about lines that cross. */
    private void valid() {
        fault().ifPresent(fault -> {
            throw new CityTwinException(CoreError.GEOMETRY, fault, Grounds.REDRAW);
        });
    }

    double area() {
        return polygons().mapToDouble(Shape::area).sum();
    }

    private static double area(Polygon polygon) {
        double holes = holes(polygon).mapToDouble(Shape::area).sum();
        return area(polygon.getExteriorRing()) - holes;
    }

    private static double area(LinearRing ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (Coordinate point : ring.getCoordinates()) {
            area.AddPoint(point.y, point.x);
        }
        return Math.abs(area.Compute().area);
    }

    double distanceToEdge(Location point) {
        NearestEdge nearest = new NearestEdge(coordinate(point));
        return rings().flatMapToDouble(ring -> DoubleStream.of(nearest.distance(ring.getCoordinates())))
                .min()
                .orElseThrow();
    }

    Optional<String> fault() {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        return Optional.ofNullable(error).map(Shape::sentence);
    }

    private static String sentence(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        String place = " near `" + Grounds.degrees(at.x) + " " + Grounds.degrees(at.y) + "`.";
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "The outline crosses or touches itself" + place;
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "A hole lies outside its polygon" + place;
            case TopologyValidationError.NESTED_HOLES -> "A hole lies in a hole" + place;
            case TopologyValidationError.NESTED_SHELLS -> "A polygon lies in another" + place;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "Holes cut a polygon apart" + place;
            case TopologyValidationError.TOO_FEW_POINTS -> "A ring has fewer than three different points" + place;
            default -> "The outline is no polygon" + place;
        };
    }

    private Stream<Polygon> polygons() {
        return Stream.iterate(0, n -> n < geometry.getNumGeometries(), n -> n + 1)
                .map(n -> (Polygon) geometry.getGeometryN(n));
    }

    private Stream<LinearRing> rings() {
        return polygons().flatMap(polygon -> Stream.concat(Stream.of(polygon.getExteriorRing()), holes(polygon)));
    }

    private static Stream<LinearRing> holes(Polygon polygon) {
        return Stream.iterate(0, n -> n < polygon.getNumInteriorRing(), n -> n + 1)
                .map(polygon::getInteriorRingN);
    }
}
