package io.citytwin.examples.milan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.model.Outline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** How far our schematic outlines are from the real ones. */
class RealOutlinesTest {

    private static final GeometryFactory PLANE = new GeometryFactory();

    private static double overlap(Geometry one, Geometry other) {
        return one.intersection(other).getArea() / one.union(other).getArea();
    }

    private static Geometry ours(String zone) {
        Outline outline = (Outline) Bundled.MILANO.find(zone).value("outline").orElseThrow();
        return PLANE.createPolygon(outline.polygons().get(0).rings().get(0).stream()
                .map(point -> new Coordinate(
                        point.longitude().doubleValue(), point.latitude().doubleValue()))
                .toArray(Coordinate[]::new));
    }

    private static Geometry real(String file) throws IOException {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data/boundaries/milano").resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(found.isPresent(), "No `shared/data/boundaries` above this module: outlines are not compared.");
        JsonNode polygons =
                new ObjectMapper().readTree(found.orElseThrow().toFile()).at("/features/0/geometry/coordinates");
        List<Geometry> all = new ArrayList<>();
        for (JsonNode polygon : polygons) {
            List<Coordinate> ring = new ArrayList<>();
            polygon.get(0)
                    .forEach(point -> ring.add(
                            new Coordinate(point.get(0).asDouble(), point.get(1).asDouble())));
            all.add(PLANE.createPolygon(ring.toArray(Coordinate[]::new)));
        }
        return all.stream().reduce(PLANE.createPolygon(), Geometry::union);
    }

    @Test
    void coversMostOfTheRealAreaCAndLittleElse(TestReporter reporter) throws IOException {
        double same = overlap(ours("it.milano:area-c"), real("area_c.geojson"));
        reporter.publishEntry("area-c", "intersection over union " + same);
        assertThat(same).isGreaterThan(0.9);
    }

    @Test
    void isCoarseForAreaB(TestReporter reporter) throws IOException {
        double same = overlap(ours("it.milano:area-b"), real("area_b.geojson"));
        reporter.publishEntry("area-b", "intersection over union " + same);
        assertThat(same).isGreaterThan(0.7);
    }
}
