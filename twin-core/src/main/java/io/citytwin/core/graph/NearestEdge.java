package io.citytwin.core.graph;

import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * How far a point is from lines. The nearest place on a line is sought on a plane that touches the earth at the point,
 * and its distance is measured along the ground. Immutable.
 */
final class NearestEdge {

    private final Coordinate point;
    private final double eastScale;
    private final double northScale;

    NearestEdge(Coordinate point) {
        this.point = point;
        // The radii of the ellipsoid's curvature eastwards and northwards, up to their common factor.
        double flattening = Geodesic.WGS84.Flattening();
        double eccentricity = flattening * (2 - flattening);
        double latitude = Math.toRadians(point.y);
        this.eastScale = Math.cos(latitude) * (1 - eccentricity * Math.pow(Math.sin(latitude), 2));
        this.northScale = 1 - eccentricity;
    }

    double distance(Coordinate[] line) {
        Coordinate origin = new Coordinate(0, 0);
        Coordinate nearest = plane(line[0]);
        for (int i = 1; i < line.length; i++) {
            Coordinate candidate = new LineSegment(plane(line[i - 1]), plane(line[i])).closestPoint(origin);
            nearest = candidate.distance(origin) < nearest.distance(origin) ? candidate : nearest;
        }
        return distance(point, new Coordinate(point.x + nearest.x / eastScale, point.y + nearest.y / northScale));
    }

    private Coordinate plane(Coordinate other) {
        return new Coordinate((other.x - point.x) * eastScale, (other.y - point.y) * northScale);
    }

    static double distance(Coordinate one, Coordinate other) {
        return Geodesic.WGS84.Inverse(one.y, one.x, other.y, other.x).s12;
    }
}
