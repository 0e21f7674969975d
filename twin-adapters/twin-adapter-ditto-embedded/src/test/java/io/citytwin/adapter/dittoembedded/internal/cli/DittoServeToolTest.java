package io.citytwin.adapter.dittoembedded.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DittoServeToolTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void itServesAnInventoryUntilItIsStopped() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("municipalities.csv"), "id,label\nit:Milano,Milano\n");
        Files.writeString(folder.resolve("users.txt"), "# who\nann:secret\n");
        Thread serving =
                new Thread(() -> run("--inventory", "municipalities.csv", "--users", "users.txt", "--user", "bob"));
        serving.start();
        await().until(() -> said.toString().contains("Ctrl-C"));
        assertThat(said.toString())
                .contains("http://127.0.0.1:", "1 twins", "users: 2")
                .doesNotContain("secret", "hidden");
        serving.interrupt();
        serving.join(10_000);
        assertThat(serving.isAlive()).isFalse();
    }

    @Test
    void mistakesAreNamedWithoutPasswords() throws IOException {
        Files.writeString(folder.resolve("users.txt"), "onlyasecret\n");
        Files.writeString(folder.resolve("dragons.csv"), "id\n");
        assertThatThrownBy(() -> run("--users", "users.txt"))
                .hasMessageContaining("line `1`")
                .hasMessageNotContaining("onlyasecret");
        assertThatThrownBy(() -> run("--users", "none.txt")).hasMessageContaining("none.txt");
        assertThatThrownBy(() -> run("--inventory", "dragons.csv")).hasMessageContaining("dragons.csv");
        assertThatThrownBy(() -> run("--inventory", "none")).hasMessageContaining("none");
        assertThatThrownBy(() -> run("--port", "x")).hasMessageContaining("`x`");
        assertThatThrownBy(() -> run("--nonsense")).hasMessageContaining("--nonsense");
        assertThatThrownBy(() -> run("--bind", "0.0.0.0")).hasMessageContaining("D201");
        assertThatThrownBy(() -> new DittoServeTool(Map.of()).run(List.of("--user", "bob"), console()))
                .hasMessageContaining("CITYTWIN_DITTO_PASSWORD");
    }

    @Test
    void theLauncherFindsIt() {
        assertThat(ServiceLoader.load(Tool.class).stream()
                        .map(tool -> tool.get().name()))
                .contains("ditto serve");
        assertThat(run("--help")).isEqualTo(Tool.OK);
        assertThat(said.toString()).contains("citytwin ditto serve --port 8080");
    }

    private int run(String... words) {
        return new DittoServeTool(Map.of("CITYTWIN_DITTO_PASSWORD", "hidden")).run(List.of(words), console());
    }

    private Console console() {
        PrintWriter out = new PrintWriter(said, true);
        return new Console(out, out, folder);
    }
}
