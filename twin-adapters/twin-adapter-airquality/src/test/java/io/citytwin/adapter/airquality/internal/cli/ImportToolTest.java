package io.citytwin.adapter.airquality.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportToolTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTableBecomesAnInventorySortedById() throws IOException {
        write("columns.csv", """
                code;name;kw;site;x;y
                7;"Piazza ""A""; nord";22,5;1;9,19;45,46
                3;n.d.;50;1;9,2;45,47
                """);
        write("columns.json", """
                {"type": "Evse", "id": "evse-{code}", "label": "{name}",
                 "values": {"ratedPower [kW]": "{kw}", "station": "charging-{site}", "openToAll": "true"},
                 "delimiter": ";", "decimal": ",", "missing": ["n.d."]}
                """);
        assertThat(run("import", "columns.csv", "--mapping", "columns.json", "--out", "evses.csv"))
                .isEqualTo(Tool.OK);
        assertThat(read("evses.csv")).isEqualTo("""
                id,label,ratedPower [kW],station,openToAll
                evse-3,,50,charging-1,true
                evse-7,"Piazza ""A""; nord",22.5,charging-1,true
                """);
        assertThat(out.toString()).contains("2 twins of type Evse in evses.csv; 0 rows unusable");
    }

    @Test
    void everyRowThatCannotBeUsedIsSaidWithItsPlace() throws IOException {
        write("bays.csv", """
                id,use,lat,lon,kind
                1,disabled,45.46,9.19,bay
                ,disabled,45.46,9.19,bay
                2,nonsense,45.46,9.19,bay
                3,disabled,45.46
                1,disabled,45.46,9.19,bay
                1,disabled,45.47,9.19,bay
                4,disabled,9.19,45.46,bay
                5,disabled,45.46,9.19,tree
                """);
        write("bays.json", """
                {"type": "CarPark", "id": "park-{id}", "values": {"spaces [1]": "{use}"},
                 "terms": {"spaces [1]": {"disabled": "4"}}, "longitude": "{lon}", "latitude": "{lat}",
                 "where": {"kind": ["bay", "area"]}, "repeated": true, "extent": ["9.0", "45.3", "9.3", "45.6"]}
                """);
        assertThat(run("import", "bays.csv", "--mapping", "bays.json", "--out", "parks.csv"))
                .isEqualTo(Tool.FINDINGS);
        List<String> said = out.toString().lines().toList();
        assertThat(said).hasSize(6);
        assertThat(said.get(0)).startsWith("bays.csv:3 A121 The row has no id.");
        assertThat(said.get(1)).startsWith("bays.csv:4 ").contains("`nonsense`");
        assertThat(said.get(2)).startsWith("bays.csv:5 A101 ");
        assertThat(said.get(3)).startsWith("bays.csv:7 A121 `park-1` stands already in line `2`.");
        assertThat(said.get(4)).startsWith("bays.csv:8 ").contains("45.46");
        assertThat(said.get(5))
                .isEqualTo("1 twins of type CarPark in parks.csv; 5 rows unusable, 1 passed over, 1 repeated");
        assertThat(read("parks.csv")).isEqualTo("id,longitude,latitude,spaces [1]\npark-1,9.19,45.46,4\n");
    }

    @Test
    void featuresKeepTheirOutlinesInGeoJson() throws IOException {
        write("areas.geojson", """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"code": 2, "nome/it": "Sud"}, "geometry":
                    {"type": "Polygon", "coordinates": [[[9.1, 45.4], [9.2, 45.4], [9.2, 45.5], [9.1, 45.4]]]}},
                  {"type": "Feature", "properties": {"code": 1, "nome/it": "Nord"}, "geometry":
                    {"type": "Polygon", "coordinates": [[[9.1, 45.5], [9.2, 45.5], [9.2, 45.6], [9.1, 45.5]]]}},
                  {"type": "Feature", "properties": {"code": 3, "nome/it": "Ovest"}, "geometry":
                    {"type": "Point", "coordinates": [9.1, 45.5]}}
                ]}
                """);
        write("areas.json", "{\"type\": \"District\", \"id\": \"district-{code}\", \"label\": \"{nome/it}\"}");
        assertThat(run("import", "areas.geojson", "--mapping", "areas.json", "--out", "districts.geojson"))
                .isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("areas.geojson:6 ", "2 twins of type District");
        List<Twin> twins = Inventory.of(AssetTypes.builtIn())
                .defaultNamespace("it.milano")
                .geoJson(folder.resolve("districts.geojson"), "District")
                .read()
                .orElseThrow();
        assertThat(twins)
                .extracting(twin -> twin.value("label").orElseThrow().toString())
                .containsExactly("Nord", "Sud");
        assertThat(twins).allSatisfy(twin -> assertThat(twin.value("outline")).isPresent());
    }

    @Test
    void aPointOfAFeatureBecomesTwoColumns() throws IOException {
        write("parks.geojson", """
                {"features": [{"properties": {"id": 11, "n": 116.0}, "geometry": {"type": "Point", "coordinates": [9.155567631859647, 45.5]}}]}
                """);
        write("parks.json", "{\"type\": \"CarPark\", \"id\": \"park-{id}\", \"values\": {\"spaces [1]\": \"{n}\"}}");
        assertThat(run("import", "parks.geojson", "--mapping", "parks.json", "--out", "parks.csv"))
                .isEqualTo(Tool.OK);
        assertThat(read("parks.csv"))
                .isEqualTo("id,longitude,latitude,spaces [1]\npark-11,9.155567631859647,45.5,116\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"type\": \"Evse\"}                                               | has no `id`",
                "{\"type\": \"Evse\", \"id\": \"e-{code}\", \"label\": \"{name}\", \"unit\": 1} | `unit` is no key",
                "{\"type\": \"ChargePoint\", \"id\": \"e-{code}\"}                    | `ChargePoint` is not an asset type",
                "{\"type\": \"Evse\", \"id\": \"e-{kode}\"}                          | one column `kode`",
                "{\"type\": \"Evse\", \"id\": \"e-{code}\", \"values\": {\"power [kW]\": \"{kw}\"}} | no property `power`",
                "{\"type\": \"Evse\", \"id\": \"e-{code}\", \"values\": {\"ratedPower [W]\": \"{kw}\"}} | in `kW`, not in `W`",
                "{\"type\": \"Evse\", \"id\": \"e-{code}\", \"format\": \"xls\"}      | `xls` is no format",
                "{\"type\": \"Evse\", \"id\": \"e-{code}\", \"extent\": [\"9\"]}       | `extent` has `1` numbers",
                "{\"type\": \"Evse\",                                                | is no JSON",
                "[]                                                                | is no JSON object",
            })
    void aMappingThatCannotWorkStopsIt(String mapping, String words) throws IOException {
        write("columns.csv", "code,name,kw\n1,a,22\n");
        write("columns.json", mapping);
        assertThat(run("import", "columns.csv", "--mapping", "columns.json", "--out", "x.csv"))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains(words);
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void wrongWordsAndMissingFilesAreTold() throws IOException {
        assertThat(run("import", "--help")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("--mapping", "\"type\": \"Evse\"");
        assertThat(run("import", "nowhere.csv")).isEqualTo(Tool.COULD_NOT_RUN);
        write("m.json", "{\"type\": \"Evse\", \"id\": \"e-{code}\"}");
        assertThat(run("import", "nowhere.csv", "--mapping", "m.json", "--out", "x.csv"))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`" + folder.resolve("nowhere.csv") + "` cannot be read.");
    }

    /** Lombardy lists sensors; a station has several. */
    @Test
    void aRegistryOfSensorsBecomesStations() throws IOException {
        write("sensors.json", """
                [{"idsensore": "5504", "nometiposensore": "Biossido di Azoto", "idstazione": "501", "nomestazione": "Milano Senato", "provincia": "MI"},
                 {"idsensore": "5834", "nometiposensore": "Ozono", "idstazione": "501", "nomestazione": "Milano Senato", "provincia": "MI"},
                 {"idsensore": "6000", "nometiposensore": "Ozono", "idstazione": "700", "nomestazione": "Sondrio", "provincia": "SO"}]
                """);
        write("m.json", """
                {"type": "AirStation", "id": "it.lombardia:{idstazione}", "label": "{nomestazione}", "format": "json", "repeated": true,
                 "where": {"provincia": "MI"}, "values": {"province": "it.lombardia:province-milano", "role": "reference"}}
                """);
        assertThat(run("import", "sensors.json", "--mapping", "m.json", "--out", "stations.csv"))
                .as(out.toString())
                .isEqualTo(Tool.OK);
        assertThat(read("stations.csv")).isEqualTo("""
                id,label,province,role
                it.lombardia:501,Milano Senato,it.lombardia:province-milano,reference
                """);
        assertThat(out.toString()).contains("1 passed over, 1 repeated");
    }

    /** What a spreadsheet would take for a formula is none in an inventory. */
    @Test
    void aCellThatCommandsASpreadsheetDoesNot() throws IOException {
        write("columns.csv", "code,name\n1,=cmd|' /C calc'!A0\n");
        write("m.json", "{\"type\": \"Evse\", \"id\": \"e-{code}\", \"label\": \"{name}\"}");
        assertThat(run("import", "columns.csv", "--mapping", "m.json", "--out", "x.csv"))
                .isEqualTo(Tool.OK);
        assertThat(read("x.csv")).contains("'=cmd");
    }

    private int run(String... words) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), folder);
        return new ToolLauncher(List.of(new ImportTool()), new ArrayList<>(), false).run(List.of(words), console);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
