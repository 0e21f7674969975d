package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GroundsTest {

    private static final Outline SQUARE = outline("9 45", "9.1 45", "9.1 45.1", "9 45.1", "9 45");
    private static final Outline WITH_HOLE = new Outline(List.of(new Outline.Polygon(List.of(
            ring("9 45", "9.1 45", "9.1 45.1", "9 45.1", "9 45"),
            ring("9.04 45.04", "9.06 45.04", "9.06 45.06", "9.04 45.06", "9.04 45.04")))));

    static List<Location> ring(String... points) {
        return Arrays.stream(points).map(Location::of).toList();
    }

    static Outline outline(String... points) {
        return new Outline(List.of(new Outline.Polygon(List.of(ring(points)))));
    }

    static Outline rectangle(String west, String south, String east, String north) {
        return outline(
                west + " " + south, east + " " + south, east + " " + north, west + " " + north, west + " " + south);
    }

    private static Quantity metres(String number) {
        return Quantity.of(number, Unit.METRE);
    }

    // A degree of the meridian at 45 degrees is 111,131.8 m, one of the parallel 78,846.8 m: the GRS 80 tables.
    @Test
    void measuresDistancesAlongTheEllipsoid() {
        assertThat(Grounds.distance(Location.of("9 44.5"), Location.of("9 45.5"))
                        .amount())
                .isCloseTo(new BigDecimal("111131.8"), Percentage.withPercentage(0.0001));
        assertThat(Grounds.distance(Location.of("9 45"), Location.of("9.01 45")).amount())
                .isCloseTo(new BigDecimal("788.468"), Percentage.withPercentage(0.0001));
        assertThat(Grounds.distance(Location.of("9 45"), Location.of("9 45"))).isEqualTo(metres("0"));
    }

    @Test
    void measuresAreasWhicheverWayTheRingRunsAndWithoutTheHoles() {
        Outline backwards = outline("9 45", "9 45.1", "9.1 45.1", "9.1 45", "9 45");
        assertThat(Grounds.area(SQUARE)).isEqualTo(Grounds.area(backwards));
        assertThat(Grounds.area(SQUARE).unit()).isEqualTo(Unit.SQUARE_METRE);
        assertThat(Grounds.area(SQUARE).amount())
                .isCloseTo(new BigDecimal("87548000"), Percentage.withPercentage(0.02));
        BigDecimal hole =
                Grounds.area(rectangle("9.04", "45.04", "9.06", "45.06")).amount();
        assertThat(Grounds.area(WITH_HOLE).amount().add(hole))
                .isCloseTo(Grounds.area(SQUARE).amount(), Offset.offset(new BigDecimal("0.02")));
    }

    @Test
    void countsTheLineAsGroundAndAHoleNot() {
        assertThat(Grounds.contains(SQUARE, Location.of("9 45.05"))).isTrue();
        assertThat(Grounds.contains(SQUARE, Location.of("9 45"))).isTrue();
        assertThat(Grounds.contains(SQUARE, Location.of("8.999999 45.05"))).isFalse();
        assertThat(Grounds.contains(WITH_HOLE, Location.of("9.05 45.05"))).isFalse();
        assertThat(Grounds.contains(WITH_HOLE, Location.of("9.04 45.05"))).isTrue();
    }

    @Test
    void measuresTheDistanceToTheEdgeFromBothSides() {
        assertThat(Grounds.distanceToEdge(SQUARE, Location.of("9 45.05"))).isEqualTo(metres("0"));
        Quantity inside = Grounds.distanceToEdge(SQUARE, Location.of("9.001 45.05"));
        Quantity outside = Grounds.distanceToEdge(SQUARE, Location.of("8.999 45.05"));
        assertThat(inside)
                .isEqualTo(outside)
                .isEqualTo(Grounds.distance(Location.of("9 45.05"), Location.of("9.001 45.05")));
        assertThat(Grounds.distanceToEdge(SQUARE, Location.of("8.999 44.999")))
                .isEqualTo(Grounds.distance(Location.of("8.999 44.999"), Location.of("9 45")));
        assertThat(Grounds.distanceToEdge(WITH_HOLE, Location.of("9.05 45.041")))
                .isEqualTo(Grounds.distance(Location.of("9.05 45.041"), Location.of("9.05 45.04")));
    }

    @Test
    void toleratesASliverOfAThousandthWhenOneGroundCoversAnother() {
        Outline outer = rectangle("9", "45", "9.1", "45.1");
        assertThat(Grounds.covers(outer, outer)).isTrue();
        assertThat(Grounds.covers(outer, rectangle("9.05", "45", "9.10004", "45.1")))
                .isTrue();
        assertThat(Grounds.covers(outer, rectangle("9.05", "45", "9.10006", "45.1")))
                .isFalse();
        assertThat(Grounds.covers(rectangle("9.05", "45", "9.1", "45.1"), outer))
                .isFalse();
    }

    @Test
    void saysWhereAnOutlineIsAtFault() {
        Outline bowTie = outline("9 45", "9.1 45.1", "9.1 45", "9 45.1", "9 45");
        assertThat(Grounds.fault(bowTie)).contains("The outline crosses or touches itself near `9.05 45.05`.");
        assertThat(Grounds.fault(outline("9 45", "9.1 45", "9 45", "9 45")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("fewer than three"));
        Outline holeOutside = new Outline(List.of(new Outline.Polygon(List.of(
                ring("9 45", "9.1 45", "9.1 45.1", "9 45.1", "9 45"),
                ring("9.2 45", "9.3 45", "9.3 45.1", "9.2 45")))));
        assertThat(Grounds.fault(holeOutside))
                .hasValueSatisfying(fault -> assertThat(fault).contains("hole lies outside"));
        Outline nested = new Outline(List.of(
                SQUARE.polygons().get(0),
                rectangle("9.02", "45.02", "9.03", "45.03").polygons().get(0)));
        assertThat(Grounds.fault(nested))
                .hasValueSatisfying(fault -> assertThat(fault).contains("A polygon lies in another"));
        assertThat(Grounds.fault(WITH_HOLE)).isEmpty();
        assertThatThrownBy(() -> Grounds.covers(SQUARE, bowTie))
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreError.GEOMETRY));
    }
}
