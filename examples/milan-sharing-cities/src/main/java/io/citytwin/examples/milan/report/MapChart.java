package io.citytwin.examples.milan.report;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.text.Markup;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map without tiles: areas as outlines, assets as marks that differ in form and colour. Immutable. */
final class MapChart {

    private static final int BAR_METRES = 1000;
    private static final int EDGE = 60;

    private final CityMap map;
    private final MapFrame frame;
    private final List<String> types;

    /** A map of the points of some types; areas are drawn as far as the frame shows them. */
    MapChart(CityMap map, List<String> types) {
        this.map = map;
        this.types = types;
        List<Location> framed = map.points().stream()
                .filter(point -> types.contains(point.type()))
                .map(CityMap.Point::location)
                .toList();
        this.frame = MapFrame.around(framed);
    }

    void write(Markup out, String label) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        out.open(
                "svg",
                "class",
                "map",
                "viewBox",
                "0 0 " + MapFrame.WIDTH + " " + frame.height(),
                "role",
                "img",
                "aria-label",
                label);
        out.line();
        // The largest first, so that it hides nothing.
        map.areas().stream()
                .sorted(Comparator.comparing(area -> area.type().equals("Zone") ? 1 : 0))
                .forEach(area -> area(out, area));
        for (String type : types) {
            map.points().stream()
                    .filter(point -> point.type().equals(type))
                    .filter(point -> frame.shows(point.location()))
                    .forEach(point -> mark(out, point));
        }
        map.areas().forEach(area -> name(out, area));
        scaleBar(out);
        out.end().end();
    }

    private void area(Markup out, CityMap.Area area) {
        StringBuilder path = new StringBuilder();
        for (Outline.Polygon polygon : area.outline().polygons()) {
            for (List<Location> ring : polygon.rings()) {
                for (int at = 0; at < ring.size() - 1; at++) {
                    path.append(at == 0 ? 'M' : 'L')
                            .append(MapFrame.at(frame.x(ring.get(at))))
                            .append(' ')
                            .append(MapFrame.at(frame.y(ring.get(at))));
                }
                path.append('Z');
            }
        }
        out.titled(
                "path",
                area.label(),
                "class",
                area.type().equals("Zone") ? "zone" : "district",
                "fill-rule",
                "evenodd",
                "d",
                path);
        out.line();
    }

    /** Zones are named on the map that shows their gates, at the northernmost corner; districts on the other, inside. */
    private void name(Markup out, CityMap.Area area) {
        boolean zone = area.type().equals("Zone");
        if (zone != types.contains("Gate")) {
            return;
        }
        List<Location> corners = area.outline().polygons().get(0).rings().get(0);
        double x = middle(corners.stream().mapToDouble(frame::x).summaryStatistics());
        double top = corners.stream().mapToDouble(frame::y).min().orElse(0);
        double y =
                zone ? top - 6 : middle(corners.stream().mapToDouble(frame::y).summaryStatistics());
        String name = area.label().replaceAll(" \\(.*", "");
        out.leaf(
                        "text",
                        name,
                        "class",
                        "place",
                        "x",
                        MapFrame.at(Math.min(Math.max(x, EDGE), MapFrame.WIDTH - EDGE)),
                        "y",
                        MapFrame.at(Math.min(Math.max(y, 14), frame.height() - 14)))
                .line();
    }

    private static double middle(DoubleSummaryStatistics spread) {
        return (spread.getMin() + spread.getMax()) / 2;
    }

    private void mark(Markup out, CityMap.Point point) {
        Mark.of(point.type())
                .draw(out, frame.x(point.location()), frame.y(point.location()), point.type() + " " + point.label());
        out.line();
    }

    private void scaleBar(Markup out) {
        double width = frame.width(BAR_METRES);
        int y = frame.height() - 8;
        out.shape("path", "class", "bar", "d", "M10 " + y + "h" + MapFrame.at(width));
        out.leaf("text", "1 km", "class", "tick", "x", 12, "y", y - 5).line();
    }

    /** What the marks mean, and how many there are. */
    void legend(Markup out) {
        SortedMap<String, Integer> number = new TreeMap<>();
        map.points().forEach(point -> number.merge(point.type(), 1, Integer::sum));
        out.open("ul", "class", "legend");
        for (String type : types) {
            if (number.containsKey(type)) {
                out.open("li").open("svg", "width", 16, "height", 16, "aria-hidden", "true");
                Mark.of(type).draw(out, 8, 8, type);
                out.close().text(" " + type + " " + number.get(type)).close();
            }
        }
        out.end();
    }
}
