package io.citytwin.examples.milan.city;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.TORINO;
import static io.citytwin.examples.milan.city.Bundled.sum;
import static io.citytwin.examples.milan.city.Bundled.text;
import static io.citytwin.examples.milan.city.Bundled.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.graph.Grounds;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Twin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the project says of its district, counted in the files. */
class InventoryTest {

    private static Outline outline(City city, String zone) {
        return (Outline) city.find(zone).value("outline").orElseThrow();
    }

    private static Location location(Twin twin) {
        return (Location) twin.value("location").orElseThrow();
    }

    @Test
    void hasThreeHundredLampPosts() {
        assertThat(MILANO.all("LampPost")).hasSize(300);
    }

    @Test
    void hasSixtyChargePointsOnTenIslandsAndTwentyOfThemAreRapid() {
        assertThat(MILANO.all("ChargingStation")).hasSize(10);
        assertThat(MILANO.all("Evse")).hasSize(60);
        for (Twin island : MILANO.all("ChargingStation")) {
            assertThat(where(MILANO, "Evse", "station", island.id().toString())).hasSize(6);
        }
        for (Twin evse : MILANO.all("Evse")) {
            assertThat(where(MILANO, "Connector", "evse", evse.id().toString())).hasSize(1);
        }
        List<Twin> rapid = where(MILANO, "Connector", "rapid", "true");
        assertThat(rapid).hasSize(20).allMatch(twin -> text(twin, "ratedPower").equals("50 kW"));
        assertThat(where(MILANO, "Connector", "rapid", "false")).hasSize(40);
    }

    @Test
    void hasBaysCarsBikesAndVans() {
        assertThat(MILANO.all("ParkingBay")).hasSize(125);
        assertThat(where(MILANO, "Vehicle", "service", "sharing"))
                .hasSize(62)
                .allMatch(car -> text(car, "fuel").equals("electric"));
        assertThat(where(MILANO, "Vehicle", "service", "logistics"))
                .hasSize(10)
                .allMatch(van -> text(van, "fuel").equals("electric"));
        assertThat(where(MILANO, "Bike", "electric", "true")).hasSize(150);
        assertThat(MILANO.all("BikeStation")).hasSize(14);
        assertThat(where(MILANO, "CarPark", "parkAndRide", "true")).hasSize(2);
    }

    @Test
    void hasAsManyBikesAtEachStationAsItSays() {
        for (City city : List.of(MILANO, TORINO)) {
            for (Twin station : city.all("BikeStation")) {
                assertThat(where(city, "Bike", "station", station.id().toString()))
                        .as(station.id().name())
                        .hasSize(sum(List.of(station), "bikes"))
                        .hasSizeLessThanOrEqualTo(sum(List.of(station), "docks"));
            }
        }
    }

    @Test
    void hasTheHeatedAreaOfTheProject() {
        List<Twin> owned = where(MILANO, "Building", "owner", "private");
        List<Twin> municipal = where(MILANO, "Building", "owner", "public");
        assertThat(owned).hasSize(5);
        assertThat(municipal).hasSize(1);
        assertThat(sum(owned, "floorArea")).isEqualTo(21_000);
        assertThat(sum(municipal, "floorArea")).isEqualTo(4_000);
        assertThat(Bundled.label(owned.get(0))).hasValue("via San Bernardo 29, Chiaravalle");
    }

    @Test
    void heatsEachBuildingAndSharesItsAreaAmongItsUnits() {
        for (City city : List.of(MILANO, TORINO)) {
            for (Twin building : city.all("Building")) {
                String id = building.id().toString();
                assertThat(sum(where(city, "BuildingUnit", "building", id), "floorArea"))
                        .as(id)
                        .isEqualTo(sum(List.of(building), "floorArea"));
                assertThat(where(city, "HeatingPlant", "building", id)).hasSize(1);
                assertThat(where(city, "Meter", "building", id)).hasSizeGreaterThanOrEqualTo(2);
            }
        }
        assertThat(MILANO.all("HotWater")).hasSize(6);
        assertThat(MILANO.all("Photovoltaic")).hasSize(6);
        assertThat(MILANO.all("SolarThermal")).hasSize(5);
        assertThat(MILANO.all("HeatPump")).hasSize(3);
    }

    @Test
    void hasGatesOnTheLinesOfItsZonesAndKeepsSevenForBuses() {
        assertThat(where(MILANO, "Gate", "zone", "it.milano:area-c")).hasSize(43);
        assertThat(where(MILANO, "Gate", "zone", "it.milano:area-b")).hasSize(24);
        assertThat(where(MILANO, "Gate", "reserved", "true"))
                .hasSize(7)
                .allMatch(gate -> text(gate, "zone").equals("it.milano:area-c"));
        for (City city : List.of(MILANO, TORINO)) {
            for (Twin gate : city.all("Gate")) {
                Outline zone = outline(city, text(gate, "zone"));
                assertThat(Grounds.distanceToEdge(zone, location(gate)).amount().doubleValue())
                        .as(gate.id().name())
                        .isLessThan(1);
            }
        }
    }

    @Test
    void standsOnTheGroundOfItsCity() {
        Outline inner = outline(MILANO, "it.milano:area-c");
        Outline outer = outline(MILANO, "it.milano:area-b");
        assertThat(Grounds.covers(outer, inner)).isTrue();
        for (String type : List.of("LampPost", "ChargingStation", "ParkingBay", "BikeStation", "Building", "CarPark")) {
            assertThat(MILANO.all(type)).allMatch(twin -> Grounds.contains(outer, location(twin)));
        }
    }

    @Test
    void namesTheAreasByTheirCodes() {
        assertThat(text(MILANO.find("it:IT-25"), "code")).isEqualTo("IT-25");
        assertThat(text(MILANO.find(MILANO.file().municipality()), "code")).isEqualTo("IT-015146");
        assertThat(MILANO.all("Zone"))
                .extracting(zone -> text(zone, "code"))
                .containsExactly("IT-015146-B", "IT-015146-C");
        assertThat(text(TORINO.find("it:IT-21"), "code")).isEqualTo("IT-21");
        assertThat(text(TORINO.find(TORINO.file().municipality()), "code")).isEqualTo("IT-001272");
        assertThat(TORINO.all("Zone")).extracting(zone -> text(zone, "code")).containsExactly("IT-001272-CENTRALE");
    }

    @Test
    void saysOfEveryOutlineThatItIsSchematic() {
        for (City city : List.of(MILANO, TORINO)) {
            for (String type : List.of("Zone", "District")) {
                assertThat(city.all(type))
                        .isNotEmpty()
                        .allMatch(area -> Bundled.label(area).orElseThrow().contains("schematic"));
            }
        }
    }
}
