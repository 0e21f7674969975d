package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class WhereaboutsTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final Instant NOON = Instant.parse("2024-11-04T12:00:00Z");
    // 0.001 degrees of latitude are 111.15 metres here, of longitude 78.13 metres.
    private static final Outline GROUND = outline("9.18 45.46", "9.19 45.46", "9.19 45.47", "9.18 45.47");
    private static final Twin AREA = TYPES.twin("it.milano:area-c", "Zone").with("outline", GROUND);
    private static final Twin DUOMO = TYPES.twin("it.milano:duomo", "District")
            .with("outline", outline("9.19 45.46", "9.20 45.46", "9.20 45.47", "9.19 45.47"));

    private final TwinGraph graph = TwinGraph.of(TYPES);
    private final List<Change> moves = new ArrayList<>();

    private void city(Twin... twins) {
        graph.put(List.of(twins), NOON);
        graph.subscribe(change -> {
            if (change.kind() == Change.Kind.ZONES) {
                moves.add(change);
            }
        });
    }

    @Test
    void aTwinThatMovesIsInOtherZones() {
        Twin car = TYPES.twin("it.milano:car-1", "Vehicle").with("location", "9.185 45.465");
        city(AREA, DUOMO, car);
        assertThat(graph.zonesOf(car.id())).containsExactly(AREA.id());
        assertThat(graph.find(car.id()).orElseThrow().zones()).containsExactly(AREA.id());
        move(car, "9.186 45.465");
        assertThat(moves).isEmpty();
        move(car, "9.195 45.465");
        assertThat(graph.zonesOf(car.id())).containsExactly(DUOMO.id());
        assertThat(graph.within(DUOMO.id(), "Vehicle")).containsExactly(car.id());
        assertThat(graph.within(AREA.id(), "Vehicle")).isEmpty();
        assertThat(moves).extracting(Change::twin).containsExactly(car.id());
        move(car, "9.3 45.465");
        assertThat(graph.zonesOf(car.id())).isEmpty();
    }

    @Test
    void aLineBelongsToBothSides() {
        Twin car = TYPES.twin("it.milano:car-1", "Vehicle").with("location", "9.19 45.465");
        city(AREA, DUOMO, car);
        assertThat(graph.zonesOf(car.id())).containsExactly(AREA.id(), DUOMO.id());
        move(car, "9.189999 45.465");
        assertThat(graph.zonesOf(car.id())).containsExactly(AREA.id());
        move(car, "9.190001 45.465");
        assertThat(graph.zonesOf(car.id())).containsExactly(DUOMO.id());
    }

    @Test
    void aZoneThatIsDrawnAnewOrGoesMovesThoseOnItsGround() {
        Twin car = TYPES.twin("it.milano:car-1", "Vehicle").with("location", "9.185 45.465");
        Twin lamp = TYPES.twin("it.milano:lamp-1", "LampPost").with("location", "9.195 45.465");
        city(car, lamp);
        graph.put(List.of(AREA), NOON);
        assertThat(graph.zonesOf(car.id())).containsExactly(AREA.id());
        graph.put(List.of(AREA.with("outline", DUOMO.value("outline").orElseThrow())), NOON);
        assertThat(graph.zonesOf(car.id())).isEmpty();
        assertThat(graph.zonesOf(lamp.id())).containsExactly(AREA.id());
        graph.remove(AREA.id(), NOON);
        assertThat(graph.zonesOf(lamp.id())).isEmpty();
        assertThat(graph.within(AREA.id(), "LampPost")).isEmpty();
        assertThat(moves).extracting(Change::twin).containsExactly(car.id(), car.id(), lamp.id(), lamp.id());
    }

    @Test
    void aHoleIsNotInTheZone() {
        List<Location> hole = outline("9.184 45.464", "9.186 45.464", "9.186 45.466", "9.184 45.466")
                .polygons()
                .get(0)
                .rings()
                .get(0);
        Outline ring = new Outline(List.of(
                new Outline.Polygon(List.of(GROUND.polygons().get(0).rings().get(0), hole))));
        Twin inside = TYPES.twin("it.milano:lamp-1", "LampPost").with("location", "9.185 45.465");
        Twin around = TYPES.twin("it.milano:lamp-2", "LampPost").with("location", "9.185 45.463");
        city(AREA.with("outline", ring), inside, around);
        assertThat(graph.within(AREA.id(), "LampPost")).containsExactly(around.id());
    }

    @Test
    void aGateCountsAsInsideUpToFiftyMetresFromTheLine() {
        // South of the southern line by 49.9 and 50.1 metres; and a lamp at the nearer point.
        Twin near = TYPES.twin("it.milano:gate-near", "Gate").with("location", "9.185 45.459551");
        Twin far = TYPES.twin("it.milano:gate-far", "Gate").with("location", "9.185 45.459549");
        Twin lamp = TYPES.twin("it.milano:lamp-1", "LampPost").with("location", "9.185 45.459551");
        city(AREA, near, far, lamp);
        Coordinate line = new Coordinate(9.185, 45.46);
        assertThat(NearestEdge.distance(line, new Coordinate(9.185, 45.459551))).isBetween(49.8, 50.0);
        assertThat(NearestEdge.distance(line, new Coordinate(9.185, 45.459549))).isBetween(50.0, 50.2);
        assertThat(graph.within(AREA.id(), "Gate")).containsExactly(near.id());
        assertThat(graph.within(AREA.id(), "LampPost")).isEmpty();
    }

    @Test
    void aGateIsNearALineAndNotOnlyNearItsCorners() {
        Twin west = TYPES.twin("it.milano:gate-west", "Gate").with("location", "9.1794 45.465");
        Twin corner = TYPES.twin("it.milano:gate-corner", "Gate").with("location", "9.1796 45.4597");
        Twin beyond = TYPES.twin("it.milano:gate-beyond", "Gate").with("location", "9.1794 45.4597");
        city(AREA, west, corner, beyond);
        assertThat(graph.within(AREA.id(), "Gate")).containsExactly(corner.id(), west.id());
    }

    @Test
    void anAssetWithoutALocationIsWhereThatIsThatItIsWithin() {
        Twin station = TYPES.twin("it.milano:station", "ChargingStation").with("location", "9.185 45.465");
        Twin evse = TYPES.twin("it.milano:evse", "Evse").with("station", station.id());
        Twin plug = TYPES.twin("it.milano:plug", "Connector").with("evse", evse.id());
        city(AREA, DUOMO, station, evse, plug);
        assertThat(graph.zonesOf(plug.id())).containsExactly(AREA.id());
        assertThat(near("9.185 45.465", "1", "Connector")).containsExactly(plug.id());
        assertThat(graph.find(plug.id()).orElseThrow().value("location")).isEmpty();
        graph.put(List.of(station.with("location", "9.195 45.465")), NOON);
        assertThat(graph.zonesOf(plug.id())).containsExactly(DUOMO.id());
        assertThat(moves).extracting(Change::twin).containsExactly(evse.id(), plug.id(), station.id());
        graph.put(List.of(TYPES.twin("it.milano:evse", "Evse")), NOON);
        assertThat(graph.zonesOf(plug.id())).isEmpty();
        assertThat(near("9.195 45.465", "1", "Connector")).isEmpty();
    }

    @Test
    void aLocationOfItsOwnCountsMoreUntilItIsUnknown() {
        Twin station = TYPES.twin("it.milano:bikes", "BikeStation").with("location", "9.195 45.465");
        Twin bike = TYPES.twin("it.milano:bike", "Bike").with("station", station.id());
        city(AREA, DUOMO, station, bike);
        assertThat(graph.zonesOf(bike.id())).containsExactly(DUOMO.id());
        move(bike, "9.185 45.465");
        assertThat(graph.zonesOf(bike.id())).containsExactly(AREA.id());
        graph.observe(new Observation(bike.id(), "location", Optional.empty(), NOON, NOON, "gbfs", Quality.GOOD));
        assertThat(graph.zonesOf(bike.id())).containsExactly(DUOMO.id());
    }

    @Test
    void findsWhatIsNearAlongTheGround() {
        Twin there = TYPES.twin("it.milano:lamp-1", "LampPost").with("location", "9.19 45.461");
        city(there, TYPES.twin("it.milano:gate", "Gate").with("location", "9.19 45.46"));
        assertThat(near("9.19 45.46", "111.14", "LampPost")).isEmpty();
        assertThat(near("9.19 45.46", "111.15", "LampPost")).containsExactly(there.id());
        Location here = Location.of("9.19 45.46");
        TwinGraph.Near near = graph.near(here, metres("200"), "LampPost").get(0);
        assertThat(near.distance().amount()).isBetween(new BigDecimal("111.14"), new BigDecimal("111.15"));
        assertThat(graph.near(here, near.distance(), "LampPost")).containsExactly(near);
        assertThatThrownBy(() -> graph.near(here, Quantity.of("1", Unit.KILOMETRE), "LampPost"))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("not in `km`");
    }

    @Test
    void findsTheNearestThatMeetACondition() {
        List<Twin> lamps = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lamps.add(TYPES.twin("it.milano:lamp-" + i, "LampPost")
                    .with("location", new Location(BigDecimal.valueOf(9 + i / 10.0), BigDecimal.valueOf(45)))
                    .with("wifi", Boolean.toString(i % 10 == 9)));
        }
        city(lamps.toArray(Twin[]::new));
        List<String> asked = new ArrayList<>();
        List<TwinGraph.Near> found = graph.nearest(
                Location.of("9 45"),
                "LampPost",
                lamp -> {
                    asked.add(lamp.id().name());
                    return lamp.value("wifi").equals(Optional.of(new Value.Flag(true)));
                },
                2);
        assertThat(found).extracting(near -> near.twin().name()).containsExactly("lamp-9", "lamp-19");
        assertThat(asked).doesNotHaveDuplicates().hasSize(20).endsWith("lamp-19");
        assertThat(graph.nearest(Location.of("9 45"), "LampPost", lamp -> true, 0))
                .isEmpty();
        assertThat(graph.nearest(Location.of("9 45"), "LampPost", lamp -> true, 99))
                .hasSize(40);
        assertThat(graph.nearest(Location.of("9 45"), "LampPost", lamp -> false, 1))
                .isEmpty();
    }

    @Test
    void findsAllOverTheEarthAsIfEachWereMeasured() {
        Random die = new Random(51);
        List<Twin> lamps = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lamps.add(TYPES.twin("it.milano:lamp-" + i, "LampPost").with("location", anywhere(die)));
        }
        lamps.add(TYPES.twin("it.milano:lamp-east", "LampPost").with("location", "179.9999 10"));
        lamps.add(TYPES.twin("it.milano:lamp-pole", "LampPost").with("location", "40 89.9999"));
        city(lamps.toArray(Twin[]::new));
        List<Location> centres = new ArrayList<>(List.of(Location.of("-179.9999 10"), Location.of("-140 89.999")));
        for (int i = 0; i < 60; i++) {
            centres.add(anywhere(die));
        }
        for (Location centre : centres) {
            double radius = Math.pow(10, 2 + die.nextInt(6));
            List<TwinId> measured = lamps.stream()
                    .filter(lamp -> metres(centre, lamp) <= radius)
                    .sorted(Comparator.comparingDouble(lamp -> metres(centre, lamp)))
                    .map(Twin::id)
                    .toList();
            assertThat(graph.near(centre, new Quantity(BigDecimal.valueOf(radius), Unit.METRE), "LampPost"))
                    .extracting(TwinGraph.Near::twin)
                    .isEqualTo(measured);
            assertThat(graph.nearest(centre, "LampPost", lamp -> true, 1))
                    .extracting(TwinGraph.Near::twin)
                    .containsExactly(lamps.stream()
                            .min(Comparator.comparingDouble(lamp -> metres(centre, lamp)))
                            .orElseThrow()
                            .id());
        }
        assertThat(graph.near(centres.get(0), metres("100"), "LampPost")).hasSize(1);
        assertThat(graph.near(centres.get(1), metres("200"), "LampPost")).hasSize(1);
    }

    private static double metres(Location centre, Twin lamp) {
        Location at = (Location) lamp.value("location").orElseThrow();
        return NearestEdge.distance(Shape.coordinate(centre), Shape.coordinate(at));
    }

    private static Location anywhere(Random die) {
        return new Location(
                BigDecimal.valueOf(die.nextInt(3_600_001) - 1_800_000, 4),
                BigDecimal.valueOf(die.nextInt(1_800_001) - 900_000, 4));
    }

    private void move(Twin twin, String to) {
        graph.observe(
                new Observation(twin.id(), "location", Optional.of(Location.of(to)), NOON, NOON, "gps", Quality.GOOD));
    }

    private List<TwinId> near(String point, String radius, String type) {
        return graph.near(Location.of(point), metres(radius), type).stream()
                .map(TwinGraph.Near::twin)
                .toList();
    }

    private static Quantity metres(String amount) {
        return Quantity.of(amount, Unit.METRE);
    }

    private static Outline outline(String... corners) {
        List<Location> ring = new ArrayList<>();
        for (String corner : corners) {
            ring.add(Location.of(corner));
        }
        ring.add(ring.get(0));
        return new Outline(List.of(new Outline.Polygon(List.of(ring))));
    }
}
