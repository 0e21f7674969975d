package io.citytwin.rules.internal.index;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.text.Markup;
import io.citytwin.rules.verify.IndexedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Outlines of places without tiles below them, the widest first so that it hides nothing. Immutable. */
final class IndexMap {

    private static final int WIDTH = 640;
    private static final int TALLEST = 900;
    private static final int MARGIN = 24;
    private static final int COLOURS = 6;
    private static final int LINE = 16;

    private final List<IndexedPlace> places;
    private final double west;
    private final double north;
    private final double scale;
    private final double squeeze;
    private final int height;

    /** A map of places that have an outline. */
    IndexMap(List<IndexedPlace> places) {
        this.places = places.stream()
                .sorted(Comparator.comparingDouble(IndexMap::spread).reversed())
                .toList();
        List<Location> points =
                places.stream().flatMap(IndexMap::rings).flatMap(List::stream).toList();
        this.west = least(points, IndexMap::longitude);
        this.north = -least(points, point -> -latitude(point));
        double east = -least(points, point -> -longitude(point));
        double south = least(points, IndexMap::latitude);
        // A degree of longitude is shorter than one of latitude.
        this.squeeze = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max((east - west) * squeeze, 1e-6);
        double tall = Math.max(north - south, 1e-6);
        this.scale = Math.min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall);
        this.height = (int) Math.round(tall * scale) + 2 * MARGIN;
    }

    private static Stream<List<Location>> rings(IndexedPlace place) {
        return place.outline().stream()
                .flatMap(outline -> outline.polygons().stream())
                .flatMap(polygon -> polygon.rings().stream());
    }

    private static double spread(IndexedPlace place) {
        List<Location> points = rings(place).flatMap(List::stream).toList();
        double wide = -least(points, point -> -longitude(point)) - least(points, IndexMap::longitude);
        double tall = -least(points, point -> -latitude(point)) - least(points, IndexMap::latitude);
        return wide * tall;
    }

    private static double least(List<Location> points, ToDoubleFunction<Location> of) {
        return points.stream().mapToDouble(of).min().orElse(0);
    }

    private static double longitude(Location point) {
        return point.longitude().doubleValue();
    }

    private static double latitude(Location point) {
        return point.latitude().doubleValue();
    }

    private double x(Location point) {
        return MARGIN + (longitude(point) - west) * squeeze * scale;
    }

    private double y(Location point) {
        return MARGIN + (north - latitude(point)) * scale;
    }

    void write(Markup out, String label) {
        out.open("svg", "class", "map", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-label", label)
                .line();
        for (int at = 0; at < places.size(); at++) {
            IndexedPlace place = places.get(at);
            out.titled(
                            "path",
                            place.label(),
                            "class",
                            "zone z" + at % COLOURS,
                            "fill-rule",
                            "evenodd",
                            "d",
                            path(place))
                    .line();
        }
        List<Double> taken = new ArrayList<>();
        places.forEach(place -> name(out, place, taken));
        out.end();
    }

    private String path(IndexedPlace place) {
        StringBuilder path = new StringBuilder();
        rings(place).forEach(ring -> {
            for (int at = 0; at < ring.size() - 1; at++) {
                path.append(at == 0 ? 'M' : 'L')
                        .append(number(x(ring.get(at))))
                        .append(' ')
                        .append(number(y(ring.get(at))));
            }
            path.append('Z');
        });
        return path.toString();
    }

    /** The name stands at the northernmost corner, lower where another name stands already. */
    private void name(Markup out, IndexedPlace place, List<Double> taken) {
        Outline outline = place.outline().orElseThrow();
        Location top = outline.polygons().get(0).rings().get(0).stream()
                .max(Comparator.comparingDouble(IndexMap::latitude))
                .orElseThrow();
        double y = Math.max(LINE, y(top) - 4);
        for (double other : taken.stream().sorted().toList()) {
            if (Math.abs(other - y) < LINE) {
                y = other + LINE;
            }
        }
        taken.add(y);
        String anchor = x(top) < WIDTH / 3.0 ? "start" : x(top) > WIDTH * 2 / 3.0 ? "end" : "middle";
        String name = place.label().replaceAll("\\s*\\(.*", "");
        out.leaf("text", name, "class", "place", "text-anchor", anchor, "x", number(x(top)), "y", number(y))
                .line();
    }

    /** One decimal: less than anyone sees. */
    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
