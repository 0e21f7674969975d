package io.citytwin.adapter.airquality.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.ToolLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open data of Milan and of the national platform, CC-BY, where they lie beside the project. */
class RealImportTest {

    private static final String EXTENT = "\"extent\": [\"8.9\", \"45.3\", \"9.4\", \"45.7\"]";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void chargingSitesAreTheSameFromTableAndFeatures() throws IOException {
        String rest = """
                "type": "ChargingStation", "id": "charging-{id_amat}", "label": "{localita}",
                "values": {"operator": "{titolare}", "place": "municipality"}, %s
                """.formatted(EXTENT);
        run("assets/milano/ricarica_colonnine.geojson", "{" + rest + "}", "ChargingStation", "a.csv");
        String table =
                "{\"delimiter\": \";\", \"longitude\": \"{LONG_X_4326}\", \"latitude\": \"{LAT_Y_4326}\"," + rest + "}";
        run("assets/milano/ricarica_colonnine.csv", table, "ChargingStation", "b.csv");
        assertThat(out.toString().lines().filter(line -> line.contains(" twins of type")))
                .containsExactly(
                        "239 twins of type ChargingStation in a.csv; 0 rows unusable, 0 passed over, 0 repeated",
                        "239 twins of type ChargingStation in b.csv; 0 rows unusable, 0 passed over, 0 repeated");
        assertThat(ids("a.csv")).isEqualTo(ids("b.csv"));
    }

    @Test
    void carParksAndBikeStations() throws IOException {
        run("assets/milano/park_pub_2023.geojson", """
                {"type": "CarPark", "id": "park-{id}", "label": "{nome}", "values": {"spaces [1]": "{n_posti}"}}
                """, "CarPark", "parks.csv");
        run("assets/bikemi_gbfs/bikemi_stations.csv", """
                {"type": "BikeStation", "id": "bikemi-{station_id}", "label": "{name}",
                 "longitude": "{lon}", "latitude": "{lat}", "values": {"docks [1]": "{capacity}"}}
                """, "BikeStation", "bikes.csv");
        run("assets/milano/bikemi_stalls_2021.geojson", """
                {"type": "BikeStation", "id": "bikemi-{numero}", "label": "{nome}", "where": {"stato": ["attiva"]},
                 "values": {"docks [1]": "{stalli}", "place": "municipality"}}
                """, "BikeStation", "stalls.csv");
        assertThat(out.toString()).isEqualTo("""
                53 twins of type CarPark in parks.csv; 0 rows unusable, 0 passed over, 0 repeated
                318 twins of type BikeStation in bikes.csv; 0 rows unusable, 0 passed over, 0 repeated
                319 twins of type BikeStation in stalls.csv; 0 rows unusable, 0 passed over, 0 repeated
                """);
    }

    @Test
    void chargePointsWithTheirStates() throws IOException {
        run("assets/pun/pun_evse_milano_bbox.csv", """
                {"type": "Evse", "id": "{evse_id}", "where": {"status": ["AVAILABLE", "CHARGING", "RESERVED", "OUTOFORDER"]},
                 "values": {"status": "{status}"}, "repeated": true,
                 "terms": {"status": {"AVAILABLE": "available", "CHARGING": "charging", "RESERVED": "reserved",
                                      "OUTOFORDER": "out-of-order"}}}
                """, "Evse", "evses.csv");
        assertThat(out.toString())
                .isEqualTo("2074 twins of type Evse in evses.csv; 0 rows unusable, 22 passed over, 0 repeated\n");
    }

    /** The city's GeoJSON of its air stations has latitude before longitude; the table has both by name. */
    @Test
    void airStationsOfTheCity() throws IOException {
        run("air/comune_milano_2026/qaria_stazione.csv", """
                {"type": "AirStation", "id": "air-{id_amat}", "label": "{nome}", "delimiter": ";",
                 "values": {"role": "local"}, "where": {"fine_operativita": "2099-12-31"}}
                """, "AirStation", "air.csv");
        assertThat(out.toString())
                .isEqualTo("5 twins of type AirStation in air.csv; 0 rows unusable, 4 passed over, 0 repeated\n");
    }

    private void run(String place, String mapping, String type, String name) throws IOException {
        Files.writeString(folder.resolve("mapping.json"), mapping);
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(out, true), folder);
        String file = find(place).toString();
        int exit = new ToolLauncher(List.of(new ImportTool()), List.of(), false)
                .run(List.of("import", file, "--mapping", "mapping.json", "--out", name), console);
        assertThat(exit).as(out.toString()).isLessThan(2);
        // Everything that was written is an inventory, also where relations lead out of it.
        assertThat(Inventory.of(AssetTypes.builtIn())
                        .defaultNamespace("it.milano")
                        .csv(folder.resolve(name), type)
                        .read()
                        .problems())
                .allMatch(problem -> problem.code().id().equals("C113"));
        List<String> lines = Files.readAllLines(folder.resolve(name));
        assertThat(lines.subList(1, lines.size())).isSorted();
    }

    private List<String> ids(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static Path find(String place) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data").resolve(place))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(
                found.isPresent(), "No `shared/data/" + place + "` above this module: the real file is not imported.");
        return found.orElseThrow();
    }
}
