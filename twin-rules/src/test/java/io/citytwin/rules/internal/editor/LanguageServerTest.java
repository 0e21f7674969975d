package io.citytwin.rules.internal.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.EditorFiles;
import io.citytwin.rules.verify.Northland;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language server that editors use for YAML, as npm has it. Without node and npm this fails, on purpose. */
class LanguageServerTest {

    private static final Path SCRIPT = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node").toAbsolutePath();

    @TempDir
    private Path workspace;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SCRIPT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(INSTALLED.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        run("npm", "ci", "--no-audit", "--no-fund");
    }

    private static List<String> run(String... words) throws IOException, InterruptedException {
        Path log = INSTALLED.resolve(words[0] + ".log");
        Process process = new ProcessBuilder(words)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
            return Files.readAllLines(log);
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the server says of a file of the workspace; `|` is where it is asked what could stand there. */
    private List<String> open(String file) throws IOException, InterruptedException {
        return run("node", "editor.js", workspace.toString(), file);
    }

    @BeforeEach
    void write() {
        Northland.copiedTo(workspace);
        EditorFiles.write(workspace, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regulation.yaml", "parameters.yaml", "state.yaml", "cases/4-traffic.yaml"})
    void aSoundFileHasNoProblem(String file) throws IOException, InterruptedException {
        assertThat(open("smoke-rules/" + file)).hasSize(1).first().asString().startsWith("offered: ");
    }

    @Test
    void aMisspeltKeyIsMarkedAndTheRightOneOffered() throws IOException, InterruptedException {
        Path file = workspace.resolve("smoke-rules/regulation.yaml");
        Files.writeString(file, Files.readString(file).replace("verified:", "verifed:") + "|\n");

        List<String> said = open("smoke-rules/regulation.yaml");

        assertThat(said)
                .contains("1: Missing property \"verified\".")
                .anyMatch(line -> line.endsWith("Property verifed is not allowed."));
        assertThat(said.get(said.size() - 1)).startsWith("offered: ").contains("verified");
    }

    @Test
    void namesThatTheEngineKnowsAreOffered() throws IOException, InterruptedException {
        Files.writeString(workspace.resolve("smoke-rules/state.yaml"), "levels:\n  Level:\n    of: |\n");

        List<String> said = open("smoke-rules/state.yaml");

        assertThat(said.get(said.size() - 1)).startsWith("offered: ").contains("Province", "Vehicle", "LampPost");
    }
}
