package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WatchToolTest extends AbstractToolTest {

    @Test
    void watchKeepsAGoodVersionAndRollbackBringsItBack() {
        assertThat(run("versions", "northland")).isEqualTo(Tool.OK);
        assertThat(lines()).containsExactly("No version was kept yet.");

        assertThat(run("watch", "--once", "northland")).isEqualTo(Tool.OK);
        assertThat(out.toString())
                .contains(" 0 failed, ", "Version 1 is kept; `citytwin versions northland` lists all.")
                .doesNotContain("Nothing changed.");
        assertThat(run("watch", "--once", "northland")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("Nothing changed.\n", "Version 1 is kept");

        northland.changed("parameters.yaml", "value: 50,", "value: 45,");
        assertThat(run("watch", "--once", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString())
                .contains("northland/smoke-rules/cases/")
                .contains("value pm10Limit 50 ug/m3 -> 45 ug/m3")
                .contains("Version 2 is kept");

        assertThat(run("rollback", "northland")).isEqualTo(Tool.OK);
        assertThat(lines()).first().isEqualTo("Version 3: back to version 1.");
        assertThat(run("watch", "--once", "northland")).isEqualTo(Tool.OK);
        assertThat(run("versions", "northland")).isEqualTo(Tool.OK);
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).matches("1  20\\S+Z  [0-9a-f]{12}  cases passed");
        assertThat(lines().get(1)).endsWith(" failed");
        assertThat(lines().get(2)).endsWith("  back to version 1");
    }

    @Test
    void watchSaysWhatIsWrongAndKeepsNothing() {
        northland.changed("state.yaml", "take: mean", "take: meen");

        assertThat(run("watch", "--once", "northland")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString())
                .contains("northland/smoke-rules/state.yaml:", "`meen`", "Not kept: a version has no mistakes.");
        assertThat(run("versions", "northland")).isEqualTo(Tool.OK);
        assertThat(lines()).containsExactly("No version was kept yet.");
    }

    @Test
    void whoWritesMeanwhileIsAskedToTryAgain() throws InterruptedException {
        Path notes = directory.resolve("northland/smoke-rules/notes.txt");
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int number = 0; !done.get(); number++) {
                write(notes, number);
            }
        });
        writer.start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> run("watch", "--once", "northland") == Tool.COULD_NOT_RUN);
        } finally {
            done.set(true);
            writer.join();
        }
        assertThat(err.toString()).contains("R441", "Somebody is writing");
        assertThat(run("watch", "--once", "northland")).isEqualTo(Tool.OK);
    }

    private static void write(Path notes, int number) {
        try {
            Files.writeString(notes, "note " + number);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void watchGoesOnUntilItIsInterrupted() {
        StringWriter printed = new StringWriter();
        PrintWriter interrupting = new PrintWriter(printed) {
            @Override
            public void flush() {
                super.flush();
                if (printed.toString().contains("Ctrl-C")) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        Console console = new Console(interrupting, new PrintWriter(err), directory);

        assertThat(ToolLauncher.ofClassPath(false).run(List.of("watch", "northland"), console))
                .isEqualTo(Tool.OK);
        boolean ignored = Thread.interrupted();
        assertThat(printed.toString()).contains("Version 1 is kept", "Watching northland; Ctrl-C ends it.", "Ended.");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("citytwin-watch");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(run("watch", "--once", "nowhere")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C111", "nowhere");
        assertThat(run("watch", "--once", "northland/smoke-rules/cases")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "holds no regulation folder");
        assertThat(run("rollback", "northland")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R442");
        assertThat(run("rollback", "northland", "three")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "`three`");
    }
}
