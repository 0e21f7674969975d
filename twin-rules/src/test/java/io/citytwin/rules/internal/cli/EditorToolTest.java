package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditorToolTest extends AbstractToolTest {

    private static final String SETTINGS = ".vscode/settings.json";

    private JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(directory.resolve(file).toFile());
    }

    @Test
    void writesSettingsExtensionsAndTheSchemasOfTheLoader() throws IOException {
        assertThat(run("editor")).isEqualTo(Tool.OK);

        assertThat(lines()).contains("written " + SETTINGS, "written .vscode/extensions.json");
        assertThat(read(SETTINGS).at("/files.associations").toString()).isEqualTo("{\"*.drl\":\"drools\"}");
        assertThat(read(".vscode/extensions.json").at("/recommendations").toString())
                .contains("redhat.vscode-yaml", "drl-editor");
        assertThat(directory.resolve(".citytwin/schema/case.schema.json"))
                .hasSameTextualContentAs(Path.of("src/main/resources/io/citytwin/rules/schema/case.schema.json"));
        assertThat(Files.readString(directory.resolve(SETTINGS)))
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    /** Each schema that a pattern leads to is there, and each kind of file is led to exactly one. */
    @Test
    void patternsLeadEachFileToItsSchema() throws IOException {
        run("editor");
        List<String> found = new ArrayList<>();
        for (String file : List.of("regulation.yaml", "parameters.yaml", "state.yaml", "cases/4-traffic.yaml")) {
            Path place = directory.resolve("northland/smoke-rules").resolve(file);
            assertThat(place).exists();
            read(SETTINGS)
                    .at("/yaml.schemas")
                    .properties()
                    .forEach(schema -> schema.getValue().forEach(pattern -> {
                        if (FileSystems.getDefault()
                                .getPathMatcher("glob:" + pattern.asText().replace("/**/*", "/**"))
                                .matches(place)) {
                            assertThat(directory.resolve(schema.getKey())).exists();
                            found.add(file + " " + schema.getKey().replaceAll(".*/", ""));
                        }
                    }));
        }

        assertThat(found)
                .containsExactly(
                        "regulation.yaml regulation.schema.json",
                        "parameters.yaml parameters.schema.json",
                        "state.yaml state.schema.json",
                        "cases/4-traffic.yaml case.schema.json");
    }

    /** A schema that nobody is led to would be of no use in an editor. */
    @Test
    void everySchemaOfTheLoaderIsCopied() throws IOException {
        run("editor");
        try (Stream<Path> schemas = Files.list(Path.of("src/main/resources/io/citytwin/rules/schema"))) {
            assertThat(schemas.map(schema -> directory.resolve(".citytwin/schema/" + schema.getFileName())))
                    .allSatisfy(copy -> assertThat(copy).exists());
        }
    }

    @Test
    void aSecondCallChangesNothing() {
        run("editor");
        assertThat(run("editor")).isEqualTo(Tool.OK);
        assertThat(lines()).isNotEmpty().allMatch(line -> line.startsWith("same "));
    }

    @Test
    void aFileWithOtherContentIsKeptUnlessForced() throws IOException {
        Path settings = directory.resolve("northland").resolve(SETTINGS);
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"mine\": 1}");

        assertThat(run("editor", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("northland/.vscode/settings.json:1:1 R350", "--force", "written .citytwin");
        assertThat(settings).hasContent("{\"mine\": 1}");

        assertThat(run("editor", "--force", "northland")).isEqualTo(Tool.OK);
        assertThat(settings).content().contains("yaml.schemas").doesNotContain("mine");
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsSaid() throws IOException {
        Files.writeString(directory.resolve(".vscode"), "a file");

        assertThat(run("editor")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R350", ".vscode/extensions.json");
        assertThat(run("editor", "nowhere")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C111", "nowhere");
    }
}
