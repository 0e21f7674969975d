package io.citytwin.adapter.config.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckToolTest {

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aFileWithoutMistakesIsTold() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "adapters: {door: {kind: bell, type: Gate}}");
        assertThat(run("a.yaml")).isEqualTo(Tool.OK);
        assertThat(out).hasToString("""
                door: leases are kept by nobody: a device that no longer hears from the city stays as it was asked last
                0 problems
                """);
    }

    @Test
    void mistakesAreListedWithTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "adapters:\n  door: {kind: bell, type: Gat}\n");
        assertThat(run("a.yaml")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString())
                .contains("a.yaml:2:22 F602 There is no type `Gat`.\n  Maybe `LampPost`.\n1 problem\n");
    }

    @Test
    void wrongWordsAreRefused() {
        assertThatThrownBy(() -> run()).hasMessageContaining("CONFIG");
        assertThat(run("--help")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("citytwin adapters check adapters.yaml");
    }

    private int run(String... words) {
        PrintWriter writer = new PrintWriter(out, true);
        return new CheckTool().run(List.of(words), new Console(writer, writer, folder));
    }
}
