package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Eclipse Ditto's JavaScript client, as npm has it. Without node and npm this fails, on purpose. */
class JavascriptClientTest {

    private static final Path SCRIPT = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SCRIPT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(INSTALLED.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        Outcome outcome = run("npm", "ci", "--no-audit", "--no-fund");
        assertThat(outcome.status()).as(outcome.text()).isZero();
    }

    private static Outcome run(String... words) throws IOException, InterruptedException {
        Path log = INSTALLED.resolve(words[0] + ".log");
        Process process = new ProcessBuilder(words)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return new Outcome(-1, "no end after 120 s\n" + Files.readString(log));
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }

    @Test
    void worksUnmodified() throws IOException, InterruptedException {
        try (EmbeddedDitto ditto =
                EmbeddedDitto.builder().user("peer", "secret").build()) {
            ditto.start();
            Outcome outcome = run("node", "peer.js", ditto.uri().getAuthority(), "peer", "secret");
            List<String> lines = outcome.text().lines().toList();
            assertThat(lines)
                    .as(outcome.text())
                    .filteredOn(line -> line.startsWith("ok "))
                    .hasSize(12);
            assertThat(lines.get(lines.size() - 1)).isEqualTo("12 checks, 0 failed");
            assertThat(outcome.status()).isZero();
        }
    }

    /** The control: a client that is not let in must fail. */
    @Test
    void failsWithAnotherPassword() throws IOException, InterruptedException {
        try (EmbeddedDitto ditto =
                EmbeddedDitto.builder().user("peer", "secret").build()) {
            ditto.start();
            Outcome outcome = run("node", "peer.js", ditto.uri().getAuthority(), "peer", "guessed");
            assertThat(outcome.status()).as(outcome.text()).isNotZero();
        }
    }

    /** How a program ended. */
    private record Outcome(int status, String text) {}
}
