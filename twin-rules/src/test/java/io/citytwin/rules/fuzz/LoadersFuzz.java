package io.citytwin.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.fuzz.planted.PlantedBug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer against each loader, ten minutes or as many as {@code citytwin.minutes} says. Logs, corpora and findings lie
 * in {@code target/fuzz}; a finding belongs into {@code src/test/resources/fuzz}.
 */
class LoadersFuzz {

    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();

    private static Path folder(String name) throws IOException {
        assertThat(Runtime.version().feature())
                .as("the watch over escapes needs a Java that still has a security manager")
                .isLessThan(24);
        return Files.createDirectories(FOLDER.resolve(name));
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void noInputCrashesHangsOrEscapes(Target target) throws IOException, InterruptedException {
        long seconds = 60 * Long.getLong("citytwin.minutes", 10);
        FuzzRun run = FuzzRun.of(FuzzEntry.class, target, folder(target.name()), List.of("-max_total_time=" + seconds));

        assertThat(run.finding()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.figures()).contains("DONE");
    }

    /** The control: what is to be found is found. */
    @Test
    void aPlantedBugIsFound() throws IOException, InterruptedException {
        FuzzRun run =
                FuzzRun.of(PlantedBug.class, Target.RULES, folder("planted"), List.of("-runs=2000000", "-seed=1"));

        assertThat(run.status()).as(run.log()).isEqualTo(FuzzRun.FOUND);
        assertThat(run.finding()).contains(PlantedBug.MESSAGE);
    }

    /** The other control: the watch refuses what no loader may do. */
    @Test
    void theWatchNoticesEveryAttempt() throws IOException, InterruptedException {
        Path log = folder("attempts").resolve("log.txt");
        Path outside = Files.writeString(folder("attempts").resolve("outside.txt"), "outside");
        Process attempts = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.security.manager=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EscapeAttempts.class.getName(),
                        outside.toString(),
                        log.toString())
                .inheritIO()
                .start();

        assertThat(attempts.waitFor()).isZero();
        assertThat(Files.readString(log)).isEqualTo("9 attempts, not noticed: []");
    }
}
