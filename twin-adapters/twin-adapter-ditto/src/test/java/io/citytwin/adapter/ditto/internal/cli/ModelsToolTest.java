package io.citytwin.adapter.ditto.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.ditto.ThingModels;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsToolTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesAllModelsAndSaysWhich() throws IOException {
        assertThat(run("ditto", "models", "--out", "here/models")).isEqualTo(Tool.OK);
        Map<String, String> expected = ThingModels.of(AssetTypes.builtIn()).files();
        for (Map.Entry<String, String> file : expected.entrySet()) {
            Path written = folder.resolve("here/models").resolve(file.getKey());
            assertThat(Files.readString(written)).isEqualTo(file.getValue());
            assertThat(out.toString()).contains(written.toString());
        }
        assertThat(out.toString()).endsWith(expected.size() + " Thing Models" + System.lineSeparator());
    }

    @Test
    void linksAreBelowTheBase() throws IOException {
        assertThat(run("ditto", "models", "--base", "https://models.example/city/"))
                .isEqualTo(Tool.OK);
        assertThat(Files.readString(folder.resolve("models/LampPost-1.0.0.tm.jsonld")))
                .contains("\"https://models.example/city/LampPost.State-1.0.0.tm.jsonld\"");
    }

    @Test
    void helpExplainsIt() {
        assertThat(run("help", "ditto", "models")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("--out=DIR").contains("--base=URL");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(run("ditto", "models", "--into", "x")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run("ditto", "models", "--base", "models")).isEqualTo(Tool.COULD_NOT_RUN);
        Files.writeString(folder.resolve("file"), "");
        assertThat(run("ditto", "models", "--out", "file")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString())
                .contains("--into")
                .contains("`models` is not the URL of a folder")
                .contains("cannot be written to")
                .doesNotContain("unexpectedly");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... words) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), folder);
        return ToolLauncher.ofClassPath(false).run(List.of(words), console);
    }
}
