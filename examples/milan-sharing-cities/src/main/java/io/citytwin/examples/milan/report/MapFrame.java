package io.citytwin.examples.milan.report;

import io.citytwin.core.model.Location;
import java.util.List;
import java.util.Locale;

/** The part of the earth that a map shows, and where its points fall on the paper. Immutable. */
record MapFrame(double west, double south, double east, double north) {

    static final int WIDTH = 760;
    private static final double MARGIN = 0.04;
    private static final double METRES_PER_DEGREE = 111_320;

    /** The smallest frame around points, with a margin. */
    static MapFrame around(List<Location> points) {
        double west = points.stream().mapToDouble(MapFrame::longitude).min().orElse(0);
        double east = points.stream().mapToDouble(MapFrame::longitude).max().orElse(1);
        double south = points.stream().mapToDouble(MapFrame::latitude).min().orElse(0);
        double north = points.stream().mapToDouble(MapFrame::latitude).max().orElse(1);
        double margin = MARGIN * Math.max(Math.max(east - west, north - south), 0.002);
        return new MapFrame(west - margin, south - margin, east + margin, north + margin);
    }

    int height() {
        return (int) Math.round(WIDTH * (north - south) / ((east - west) * squeeze()));
    }

    /** A degree of longitude is shorter than one of latitude. */
    private double squeeze() {
        return Math.cos(Math.toRadians((south + north) / 2));
    }

    double x(Location point) {
        return WIDTH * (longitude(point) - west) / (east - west);
    }

    double y(Location point) {
        return height() * (north - latitude(point)) / (north - south);
    }

    boolean shows(Location point) {
        return longitude(point) >= west
                && longitude(point) <= east
                && latitude(point) >= south
                && latitude(point) <= north;
    }

    /** How wide so many metres are on the paper. */
    double width(double metres) {
        return WIDTH * metres / (METRES_PER_DEGREE * squeeze() * (east - west));
    }

    /** A number on the paper, with one decimal: less than anyone sees. */
    static String at(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static double longitude(Location point) {
        return point.longitude().doubleValue();
    }

    private static double latitude(Location point) {
        return point.latitude().doubleValue();
    }
}
