package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.InventoryReport.Problem;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final Inventory MILAN = Inventory.of(TYPES)
            .defaultNamespace("it.milano")
            .between(Location.of("9 45.3"), Location.of("9.4 45.6"))
            .knowing(List.of(TYPES.twin("it:milano", "Municipality")));
    private static final String LAMPS = """
            id,label,longitude,latitude,place,lightingClass,ratedPower [W],wifi
            lamp-1,"Via Verdi, 3",9.19,45.46,it:milano,M4,70.0,true
            it.milano:lamp-2,,,,,,,
            """;
    private static final String ZONES = """
            {
            "type": "FeatureCollection",
            "features": [
              {
                "type": "Feature",
                "properties": {"id": "zone-1", "label": "Old town", "place": "it:milano", "code": null},
                "geometry": {"type": "Polygon", "coordinates": [[
                  [9.18, 45.46], [9.2, 45.46, 120.5], [9.2, 45.47], [9.18, 45.46]
                ]]}
              },
              {"type": "Feature", "properties": {"id": "zone-2"}, "geometry": null}
            ]
            }
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> problems(Inventory inventory) {
        return inventory.read().problems().stream()
                .map(problem -> folder.relativize(problem.file())
                        + problem.toString().substring(problem.file().toString().length()))
                .toList();
    }

    private static String words(Problem problem) {
        return problem.code().id() + " " + problem.problem();
    }

    @Test
    void readsTablesAndFeaturesIntoTwins() {
        List<Twin> twins = MILAN.csv(file("lamps.csv", LAMPS), "LampPost", 2)
                .geoJson(file("zones.geojson", ZONES), "Zone", 2)
                .read()
                .orElseThrow();
        assertThat(twins).extracting(twin -> twin.id().name()).containsExactly("lamp-1", "lamp-2", "zone-1", "zone-2");
        assertThat(twins.get(0).values())
                .isEqualTo(Map.of(
                        "label", new Value.Text("Via Verdi, 3"),
                        "location", Location.of("9.19 45.46"),
                        "place", new Value.Ref(TwinId.of("it:milano")),
                        "lightingClass", new Value.Term("M4"),
                        "ratedPower", Quantity.of(70, Unit.WATT),
                        "wifi", new Value.Flag(true)));
        assertThat(twins.get(1).values()).isEmpty();
        assertThat(twins.get(2).values().get("outline"))
                .isEqualTo(GroundsTest.outline("9.18 45.46", "9.2 45.46", "9.2 45.47", "9.18 45.46"));
        assertThat(twins.get(2).values()).containsOnlyKeys("label", "outline", "place");
        assertThat(twins.get(3).type().name()).isEqualTo("Zone");
    }

    @Test
    void readsFromAZipToo() throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("city.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path lamps = write(files.getPath("/"), "lamps.csv", LAMPS.getBytes(StandardCharsets.UTF_8));
            assertThat(MILAN.csv(lamps, "LampPost").read().orElseThrow()).hasSize(2);
        }
    }

    @Test
    void forgivesWhatSpreadsheetsAddWithoutHarm() {
        String spoiled = "\uFEFF" + LAMPS.replace("70.0,true", "70.0 ,true  ") + "\n,,,,,,,\n  \n";
        assertThat(MILAN.csv(file("lamps.csv", spoiled.replace("\n", "\r\n")), "LampPost", 2)
                        .read()
                        .orElseThrow())
                .isEqualTo(
                        MILAN.csv(file("old.csv", LAMPS), "LampPost", 2).read().orElseThrow());
    }

    @Test
    void countsLinesAlsoBehindACellThatHoldsLineBreaks() {
        String lamps = "id,label,wifi\na,\"two\nlines\",true\n\nb,,perhaps\n";
        InventoryReport report = MILAN.csv(file("lamps.csv", lamps), "LampPost").read();
        assertThat(report.twins())
                .singleElement()
                .satisfies(twin -> assertThat(twin.value("label")).contains(new Value.Text("two\nlines")));
        assertThat(problems(MILAN.csv(folder.resolve("lamps.csv"), "LampPost")))
                .containsExactly("lamps.csv:5:4 C105 `perhaps` is neither true nor false. Maybe `true`.");
        assertThat(report.problems().get(0).row()).isEqualTo("b,,perhaps");
    }

    @Test
    void reportsEveryBadRowAndReadsTheOthers() {
        String lamps = """
                id,place,ratedPower [W],wifi
                a,it:milano,1e3,maybe
                b,it:milano,NaN,
                c,it:milano,-0,true
                d e,,,
                """;
        InventoryReport report = MILAN.csv(file("lamps.csv", lamps), "LampPost").read();
        assertThat(report.problems())
                .extracting(problem -> problem.line() + ":" + problem.column().orElse(0) + " " + words(problem))
                .containsExactly(
                        "2:13 C103 `1e3` is not a plain decimal number.",
                        "2:17 C105 `maybe` is neither true nor false.",
                        "3:13 C103 `NaN` is not a plain decimal number.",
                        "5:1 C101 `it.milano:d e` is not a twin id.");
        assertThat(report.twins())
                .singleElement()
                .satisfies(twin -> assertThat(twin.value("ratedPower")).contains(Quantity.of(0, Unit.WATT)));
        assertThatThrownBy(report::orElseThrow).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreError.INVENTORY);
            assertThat(refused.problem()).contains("`4` problems", "lamps.csv:2:13 C103", "d e`");
        });
    }

    @Test
    void countsRowsIfItKnowsHowManyThereAre() {
        Path lamps = file("lamps.csv", "id\na\nb\n");
        assertThat(problems(MILAN.csv(lamps, "LampPost", 2))).isEmpty();
        assertThat(problems(MILAN.csv(lamps, "LampPost", 1)))
                .containsExactly("lamps.csv:3 C114 The file has `2` rows, not `1`. Maybe rows were lost or doubled.");
        assertThat(problems(MILAN.csv(lamps, "LampPost", 3)))
                .containsExactly("lamps.csv:3 C114 The file has `2` rows, not `3`. Maybe rows were lost or doubled.");
        assertThat(problems(MILAN.csv(file("none.csv", "id\n"), "LampPost", 0))).isEmpty();
    }

    @Test
    void takesPointsUpToTheCornersOfTheCity() {
        String lamps = "id,longitude,latitude\na,9,45.3\nb,9.4,45.6\nc,9.4001,45.6\nd,9,45.2999\n";
        InventoryReport report = MILAN.csv(file("lamps.csv", lamps), "LampPost").read();
        assertThat(report.twins()).hasSize(2);
        assertThat(report.problems()).extracting(Problem::line).containsExactly(4, 5);
    }

    @Test
    void aRelationIsFollowedIntoEveryFileAndToTwinsThatAreKnown() {
        Path gates = file("gates.csv", "id,zone,place\ngate-1,zone-1,it:milano\ngate-2,zone-3,\ngate-3,lamp-1,\n");
        Inventory inventory = MILAN.csv(gates, "Gate")
                .csv(file("lamps.csv", LAMPS), "LampPost")
                .geoJson(file("zones.geojson", ZONES), "Zone");
        assertThat(problems(inventory))
                .containsExactly(
                        "gates.csv:3:8 C113 `zone` leads to `it.milano:zone-3`, which is no twin."
                                + " Maybe its row is missing, or the id is mistyped.",
                        "gates.csv:4:8 C113 `zone` leads to `it.milano:lamp-1`, which is a `LampPost`, not a `Zone`."
                                + " Maybe the id of another twin is meant.");
        assertThat(inventory.read().twins()).hasSize(5);
    }

    // Which of the lost rows was meant, nobody can tell; the row itself is reported.
    @Test
    void aRelationToARowThatWasLostIsNotReportedAgain() {
        Path gates = file("gates.csv", "id,zone\ngate-1,zone-1\n");
        Path zones = file("zones.csv", "id,label\n\"zone-1,Old town\n");
        assertThat(problems(MILAN.csv(gates, "Gate").csv(zones, "Zone")))
                .containsExactly("zones.csv:2:1 C114 A quote is not closed. Maybe add `\"` at the end of the cell.");
    }

    @Test
    void anIdIsTakenOnceInAllFilesAndAmongKnownTwins() {
        Path lamps = file("lamps.csv", "id\na\n");
        Path gates = file("gates.csv", "id\nit.milano:a\nit:milano\n");
        assertThat(problems(MILAN.csv(lamps, "LampPost").csv(gates, "Gate")))
                .containsExactly(
                        "gates.csv:2:1 C114 `it.milano:a` stands already in `lamps.csv`, line `2`."
                                + " Maybe one of both is to go.",
                        "gates.csv:3:1 C114 `it:milano` is known already."
                                + " Maybe it is a twin that the inventory builds on.");
    }

    @Test
    void withoutANamespaceEveryIdNeedsOne() {
        Path lamps = file("lamps.csv", "id\na\nit.milano:b\n");
        InventoryReport report = Inventory.of(TYPES).csv(lamps, "LampPost").read();
        assertThat(report.problems()).extracting(InventoryTest::words).containsExactly("C101 `a` is not a twin id.");
        assertThat(report.twins()).hasSize(1);
    }

    @Test
    void aQuoteThatIsLostInARowOfTwoLinesSpoilsTheseTwoOnly() {
        String lamps = "id,label\na,\"two\nlines\nb,\"one\"\nc,one\n";
        InventoryReport report = MILAN.csv(file("lamps.csv", lamps), "LampPost").read();
        assertThat(report.problems()).extracting(Problem::line).containsExactly(2, 3);
        assertThat(report.twins()).hasSize(2);
    }

    @Test
    void readsForeignFeaturesByAForm() {
        String features = """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"nr": 7, "nome": "Duomo", "watt": 35.5, "stato": "on"}, "geometry": null},
                {"type": "Feature", "properties": {"nr": 8, "stato": "off", "foto": [1]}, "geometry": null}
                ]}
                """;
        GeoJsonForm form = GeoJsonForm.of("LampPost", "lamp-{nr}")
                .label("nome")
                .constant("place", "it:milano")
                .rename("watt", "ratedPower [W]");
        Path file = file("lamps.geojson", features);
        List<Twin> twins = MILAN.geoJson(file, form).read().orElseThrow();
        assertThat(twins)
                .extracting(twin -> twin.id().toString())
                .containsExactly("it.milano:lamp-7", "it.milano:lamp-8");
        assertThat(twins.get(0).values())
                .isEqualTo(TYPES.twin("it.milano:lamp-7", "LampPost")
                        .with("label", "Duomo")
                        .withAll("place=it:milano ratedPower=35.5")
                        .values());
        assertThat(MILAN.geoJson(file, form.where("stato", "off")).read().orElseThrow())
                .containsExactly(twins.get(1));
        assertThatThrownBy(() -> MILAN.geoJson(file, form.rename("watt", "ratedPower")))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("`ratedPower` stands without its unit.");
        assertThatThrownBy(() -> MILAN.csv(file, "Lamp")).hasMessageContaining("`Lamp` is not an asset type");
    }
}
