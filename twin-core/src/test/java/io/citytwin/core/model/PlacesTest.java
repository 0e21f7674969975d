package io.citytwin.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Location A = Location.of("9.18 45.46");
    private static final Location B = Location.of("9.19 45.46");
    private static final Location C = Location.of("9.19 45.47");

    @Test
    void aPointIsReadAndWrittenLongitudeFirst() {
        assertThat(A.longitude()).isEqualByComparingTo("9.18");
        assertThat(A.latitude()).isEqualByComparingTo("45.46");
        assertThat(Location.of("9.1800 45.460"))
                .isEqualTo(A)
                .hasSameHashCodeAs(A)
                .hasToString("9.18 45.46");
        assertThat(Location.of("-0.0 10")).hasToString("0 10");
    }

    @Test
    void aPointLiesOnTheEarth() {
        assertThat(Location.of("180 90")).hasToString("180 90");
        assertThat(Location.of("-180 -90")).hasToString("-180 -90");
        refused(CoreError.GEOMETRY, "`180.000001 90`", () -> Location.of("180.000001 90"));
        refused(CoreError.GEOMETRY, "`180 -90.000001`", () -> Location.of("180 -90.000001"));
        refused(CoreError.GEOMETRY, "`-181 0`", () -> new Location(BigDecimal.valueOf(-181), BigDecimal.ZERO));
    }

    @Test
    void aPointIsTwoPlainNumbers() {
        refused(CoreError.GEOMETRY, "`9.18`", () -> Location.of("9.18"));
        refused(CoreError.GEOMETRY, "`9.18  45.46`", () -> Location.of("9.18  45.46"));
        refused(CoreError.GEOMETRY, "`1 2 3`", () -> Location.of("1 2 3"));
        refused(CoreError.QUANTITY, "`9,18`", () -> Location.of("9,18 45.46"));
        refused(CoreError.QUANTITY, "`1e2`", () -> Location.of("1e2 45.46"));
    }

    @Test
    void aPropertyOfPointsHoldsPointsOnly() {
        assertThat(Values.read(new ValueType.Point(), "9.18 45.46")).isEqualTo(A);
        Values.check(new ValueType.Point(), "location", A);
        Outline outline = new Outline(List.of(new Outline.Polygon(List.of(List.of(A, B, C, A)))));
        Values.check(new ValueType.Ground(), "outline", outline);
        refused(CoreError.TERM, "`location`", () -> Values.check(new ValueType.Point(), "location", outline));
        refused(CoreError.TERM, "`outline`", () -> Values.check(new ValueType.Ground(), "outline", A));
        refused(CoreError.GEOMETRY, "outline", () -> Values.read(new ValueType.Ground(), "9.18 45.46"));
    }

    @Test
    void anOutlineHasClosedRings() {
        Outline.Polygon triangle = new Outline.Polygon(List.of(List.of(A, B, C, A)));
        assertThat(new Outline(List.of(triangle, triangle))).hasToString("2 polygons, 8 points");
        refused(CoreError.GEOMETRY, "`3` points", () -> new Outline.Polygon(List.of(List.of(A, B, A))));
        refused(CoreError.GEOMETRY, "`4` points", () -> new Outline.Polygon(List.of(List.of(A, B, C, B))));
        refused(
                CoreError.GEOMETRY,
                "`3` points",
                () -> new Outline.Polygon(List.of(List.of(A, B, C, A), List.of(A, B, A))));
        refused(CoreError.GEOMETRY, "without a ring", () -> new Outline.Polygon(List.of()));
        refused(CoreError.GEOMETRY, "without a polygon", () -> new Outline(List.of()));
    }

    @Test
    void anOutlineKeepsItsOwnPoints() {
        List<Location> ring = new ArrayList<>(List.of(A, B, C, A));
        Outline outline = new Outline(List.of(new Outline.Polygon(List.of(ring))));
        ring.clear();
        assertThat(outline.polygons().get(0).rings().get(0)).containsExactly(A, B, C, A);
    }

    private static void refused(CoreError code, String problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.problem()).contains(problem);
        });
    }
}
