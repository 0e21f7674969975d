package io.citytwin.examples.milan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a map shows, by name: for those who read the report as text. Immutable. */
record MapNames(CityMap map) {

    private static final int WIDTH = 140;

    List<String> lines(String indent) {
        List<String> lines = new ArrayList<>();
        map.areas().stream().map(CityMap.Area::type).distinct().forEach(type -> {
            lines.add(indent + type);
            names(
                    lines,
                    indent,
                    map.areas().stream()
                            .filter(area -> area.type().equals(type))
                            .map(CityMap.Area::label));
        });
        for (String type : Mark.SITE) {
            List<CityMap.Point> points = map.points().stream()
                    .filter(point -> point.type().equals(type))
                    .toList();
            if (!points.isEmpty()) {
                lines.add(indent + String.format(Locale.ROOT, "%s %d", type, points.size()));
                names(lines, indent, points.stream().map(CityMap.Point::label));
            }
        }
        return lines;
    }

    private static void names(List<String> lines, String indent, Stream<String> names) {
        StringBuilder line = new StringBuilder(indent);
        for (String name : names.map(label -> label + "; ").toList()) {
            if (line.length() + name.length() > WIDTH && line.length() > indent.length()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(indent.length());
            }
            line.append(name);
        }
        lines.add(line.toString().stripTrailing());
    }
}
