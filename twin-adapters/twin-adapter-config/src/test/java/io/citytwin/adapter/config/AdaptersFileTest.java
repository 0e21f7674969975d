package io.citytwin.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.time.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptersFileTest {

    private static final String TWO = """
            # Who rings when.
            adapters:
              tower:
                kind: bell
                type: LampPost
                loudness: 9
                mute: true
                every: PT30M
                tune: tunes/noon.mid
                password: {file: secret.txt}
              door:
                kind: bell
                type: Gate
            """;

    @TempDir
    private Path folder;

    @Test
    void adaptersComeInTheOrderOfTheFileWithWhatItSays() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "ding dong\n");
        AdaptersFile file = read(TWO);
        assertThat(file.problems()).isEmpty();
        assertThat(file.adapters())
                .containsExactly(
                        new BellFactory.Bell(
                                "tower",
                                "LampPost",
                                9,
                                true,
                                Duration.ofMinutes(30),
                                Optional.of(folder.resolve("tunes/noon.mid")),
                                "ding dong"),
                        new BellFactory.Bell("door", "Gate", 3, false, Duration.ofHours(1), Optional.empty(), ""));
    }

    @Test
    void adaptersGoToACity() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "ding dong");
        Files.writeString(folder.resolve("adapters.yaml"), TWO);
        // tag::file[]
        AdaptersFile file = AdaptersFile.read(folder.resolve("adapters.yaml"), AssetTypes.builtIn());
        CityTwinBuilder city = CityTwin.builder();
        file.adapters().forEach(city::adapter);
        // end::file[]
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        try (CityTwin built = city.graph(graph)
                .clock(new VirtualClock(Instant.parse("2026-01-20T00:00:00Z")))
                .build()) {
            built.start();
            assertThat(built.deadLetters()).isEmpty();
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsPlace() throws IOException {
        AdaptersFile file = read(TWO.replace("loudness", "loudnes")
                .replace("type: Gate", "type: Gat")
                .replace("kind: bell\n    type: Gat", "kind: bel\n    type: Gat"));
        assertThat(file.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " "
                        + problem.code().id() + " " + problem.problem() + " " + problem.advice())
                .containsExactly(
                        "6:5 F602 `loudnes` is not a key here. Maybe `loudness`.",
                        "12:5 F603 No adapter of the kind `bel` is on the class path, but `bell`. Maybe `bell`.");
        assertThatThrownBy(file::adapters)
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("`2` problems")
                .hasMessageContaining("6:5 F602");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: LampPost        | type: Lamp               | 5:5 F602 There is no type `Lamp`.",
                "type: LampPost        | tone: high               | 3:3 F602 `tower` has no `type`.",
                "loudness: 9           | loudness: 11             | 6:5 F602 `loudness` does not meet `maximum: 10`.",
                "loudness: 9           | loudness: loud           | 6:5 F602 `loudness` must be of the kind integer.",
                "loudness: 9           | tone: hig                | 6:5 F602 `hig` cannot stand for `tone`.",
                "every: PT30M          | every: often             | 8:5 F602 `often` is no length of time.",
                "every: PT30M          | every: PT0S              | 8:5 F602 `PT0S` is no length of time.",
                "every: PT30M          | every: -PT1S             | 8:5 F602 `-PT1S` is no length of time.",
                "{file: secret.txt}    | {file: none.txt}         | 10:5 F602 `none.txt` cannot be read.",
                "{file: secret.txt}    | {env: CITYTWIN_NO_SUCH}  | 10:5 F602 The environment has no `CITYTWIN_NO_SUCH`.",
                "{file: secret.txt}    | {}                       | 10:5 F602 No secret is named here.",
                "{file: secret.txt}    | plain                    | 10:5 F602 `password` must be of the kind object.",
                "kind: bell            | king: bell               | 3:3 F602 `tower` has no `kind`.",
                "adapters:             | adapter:                 | 2:1 F602 `adapter` is not a key here."
            })
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String message) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "ding dong");
        AdaptersFile file = read(TWO.replaceFirst(Pattern.quote(right), wrong));
        assertThat(file.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " "
                        + problem.code().id() + " " + problem.problem())
                .contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adapters: [",
                "adapters: {a: &b {kind: bell}}",
                "adapters: {a: *b}",
                "adapters: {}\n---\nadapters: {}",
                "adapters: {[a]: b}",
                "a: 1\na: 2",
                "\u0007"
            })
    void whatIsNoPlainYamlIsRefusedWithItsPlace(String text) throws IOException {
        assertThat(read(text).problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isIn(ConfigError.YAML, ConfigError.SETTING);
            assertThat(problem.line()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "door: {kind: bell, type: Gate} | door: {kind: bell, type: LampPost} | 3:3 `door` stands twice here.",
                "door: {kind: bell, type: Gate} | !!binary door: {kind: bell}        | 3:3 A tag of YAML stands here.",
                "door: {kind: bell, type: Gate} | tower: {kind: !bell bell}          | 3:17 A tag of YAML stands here.",
            })
    void nothingIsTakenSilently(String first, String second, String problem) throws IOException {
        assertThat(read("adapters:\n  " + first + "\n  " + second + "\n").problems())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.code()).isEqualTo(ConfigError.YAML);
                    assertThat(one.line() + ":" + one.column() + " " + one.problem())
                            .isEqualTo(problem);
                });
    }

    @Test
    void sizeIsBounded() throws IOException {
        String door = "adapters: {door: {kind: bell, type: Gate}}\n";
        String blanks = " ".repeat((1 << 20) - door.length());
        assertThat(read(door + blanks).problems()).isEmpty();
        assertThat(read(door + blanks + " ").problems())
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).contains("larger than 1 MiB"));
    }

    @Test
    void depthIsBounded() throws IOException {
        assertThat(read("[".repeat(33) + "]".repeat(33)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).isEqualTo("The file must be of the kind object."));
        assertThat(read("[".repeat(34) + "]".repeat(34)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("deeper than `32`"));
    }

    @Test
    void aFileOfAnotherCodingIsRefused() throws IOException {
        Path file = folder.resolve("adapters.yaml");
        Files.write(file, "adapters: {é: 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(AdaptersFile.read(file, AssetTypes.builtIn()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.advice()).contains("UTF-8"));
    }

    @Test
    void aFileThatIsNotThereIsNoFile() {
        assertThatThrownBy(() -> AdaptersFile.read(folder.resolve("none.yaml"), AssetTypes.builtIn()))
                .hasMessageContaining("C111");
    }

    @Test
    void anEmptyFileHasNoAdapters() throws IOException {
        assertThat(read("").problems()).extracting(SettingsProblem::code).isEqualTo(List.of(ConfigError.SETTING));
    }

    private AdaptersFile read(String text) throws IOException {
        return AdaptersFile.read(Files.writeString(folder.resolve("adapters.yaml"), text), AssetTypes.builtIn());
    }
}
