package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.InventoryReport.Problem;
import io.citytwin.core.model.Location;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One file for each mistake, with the place and the words that it gets; the other rows are read. */
class MalformedInventoryTest {

    private static final String FOLDER = "/malformed/inventory/";

    private static InventoryReport read(Path file, String type) {
        AssetTypes types = AssetTypes.builtIn();
        Inventory milan = Inventory.of(types)
                .defaultNamespace("it.milano")
                .between(Location.of("9 45.3"), Location.of("9.4 45.6"))
                .knowing(List.of(types.twin("it:milano", "Municipality")));
        return (file.toString().endsWith(".csv") ? milan.csv(file, type) : milan.geoJson(file, type)).read();
    }

    private static Path file(String name) throws URISyntaxException {
        URL found = Objects.requireNonNull(MalformedInventoryTest.class.getResource(FOLDER + name), name);
        return Path.of(found.toURI());
    }

    @ParameterizedTest
    @CsvFileSource(resources = FOLDER + "expected.txt", delimiter = '|', numLinesToSkip = 1)
    void saysWhereAndWhat(String name, String place, int twins, String words, String advice) throws URISyntaxException {
        InventoryReport report = read(file(name), name.endsWith(".csv") ? "LampPost" : "Zone");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line() + ":" + problem.column().orElse(0) + " "
                            + problem.code().id())
                    .isEqualTo(place);
            assertThat(problem.problem()).isEqualTo(words);
            assertThat(problem.advice()).contains(advice);
        });
        assertThat(report.twins()).hasSize(twins);
    }

    @Test
    void noFileIsForgotten() throws IOException, URISyntaxException {
        Path folder = file("expected.txt").resolveSibling("");
        List<String> named = Files.readAllLines(folder.resolve("expected.txt")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())
                            .filter(name -> !name.equals("expected.txt"))
                            .sorted())
                    .isEqualTo(named);
        }
    }

    @Test
    void aLetterInAnotherCodingSpoilsItsRowOnly(@TempDir Path folder) throws IOException {
        String text = "id,label\na,Via Verdi\nb,Viale Città\nc,Via Rossi\n";
        Path file = Files.write(folder.resolve("lamps.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        InventoryReport report = read(file, "LampPost");
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly(file + ":3:13 C114 A letter is not UTF-8. Maybe save the file again as UTF-8.");
        assertThat(report.twins()).hasSize(2);
    }

    @Test
    void aLetterInAnotherCodingSpoilsItsFeatureOnly(@TempDir Path folder) throws IOException {
        String text = """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"id": "a"}, "geometry": null},
                {"type": "Feature", "properties": {"id": "b",
                  "label": "Città"}, "geometry": null},
                {"type": "Feature", "properties": {"id": "c"}, "geometry": null}
                ]}
                """;
        Path file = Files.write(folder.resolve("zones.geojson"), text.getBytes(StandardCharsets.ISO_8859_1));
        InventoryReport report = read(file, "Zone");
        assertThat(report.problems()).extracting(Problem::line).containsExactly(4);
        assertThat(report.twins()).extracting(twin -> twin.id().name()).containsExactly("a", "c");
    }

    @Test
    void sixteenBitLettersAreNamed(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("lamps.csv"), "id\na\n".getBytes(StandardCharsets.UTF_16));
        assertThat(read(file, "LampPost").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).isEqualTo("The file is UTF-16."));
    }

    @Test
    void aFileThatIsMissingIsAProblemToo(@TempDir Path folder) {
        assertThat(read(folder.resolve("lamps.csv"), "LampPost").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code().id()).isEqualTo("C111"));
    }
}
