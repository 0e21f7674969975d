package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LevelsToolTest extends AbstractToolTest {

    private String levels(String... more) throws IOException {
        Files.createDirectories(directory.resolve("air"));
        Files.writeString(directory.resolve("air/made-up"), "");
        List<String> words = new ArrayList<>(List.of(
                "levels", "--air", "air", "--from", "2024-11-01", "--to", "2024-11-30", "--folder", "northland"));
        words.addAll(List.of(more));
        assertThat(run(words.toArray(String[]::new))).as(err.toString()).isEqualTo(Tool.OK);
        return out.toString();
    }

    // 10 and 11 November are dirty; the next control day after them is Thursday the 14th.
    @Test
    void levelsShowsSpansOfTheAreasInWhichTheRegulationHolds() throws IOException {
        assertThat(levels())
                .contains("Pahold (xx:pa)", "2024-11-01..2024-11-14  none", "2024-11-15..2024-11-30  first", "by on")
                .contains("Peburg (xx:pb)", "2024-11-01..2024-11-30  none")
                .contains("could not be decided on", "forecast")
                .doesNotContain("Zetown");
    }

    @Test
    void levelsPrintsOneRowForEachDecision() throws IOException {
        List<String> rows = levels("--csv", "--area", "Pahold").lines().toList();

        assertThat(rows.get(0)).isEqualTo("decided,area,pm10,below,over,in_force,state,reason,unknown");
        assertThat(rows).contains("2024-11-14,Pahold,70,0,4,2024-11-15,first,RAISED,");
        assertThat(rows).contains("2024-11-22,Pahold,20,1,0,2024-11-23,first,HELD,forecast");
        assertThat(rows).noneMatch(row -> row.contains("Peburg"));
    }

    @Test
    void levelsAreTheSameForAnyShardsLocaleAndZone() throws IOException, InterruptedException {
        String once = levels("--csv");
        List<String> words = List.of(
                "levels",
                "--air",
                directory.resolve("air").toString(),
                "--from=2024-11-01",
                "--to=2024-11-30",
                "--csv",
                "--shards=7",
                "--folder",
                northland.path().toString());

        assertThat(elsewhere(words)).isEqualTo(once.lines().toList());
    }

    /** What a tool prints in a Java machine that is set up for another place. */
    private List<String> elsewhere(List<String> words) throws IOException, InterruptedException {
        Path answer = directory.resolve("answer.txt");
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ToolLauncher.class.getName()));
        call.addAll(words);
        Process machine = new ProcessBuilder(call)
                .redirectError(directory.resolve("errors.txt").toFile())
                .redirectOutput(answer.toFile())
                .start();
        if (!machine.waitFor(60, TimeUnit.SECONDS) || machine.exitValue() != 0) {
            machine.destroyForcibly();
            throw new IOException(Files.readString(directory.resolve("errors.txt")));
        }
        return Files.readAllLines(answer);
    }

    @Test
    void levelsInHindsightOfPunctualDataAreTheSame() throws IOException {
        assertThat(levels("--csv", "--hindsight")).isEqualTo(levels("--csv"));
    }

    @Test
    void levelsRefusesWhatItCannotUse() throws IOException {
        levels();
        String[] call = {"levels", "--air", "air", "--from", "2024-11-01", "--to", "2024-11-30", "--folder", "northland"
        };

        assertThat(run("levels", "--air", "air")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`--from` is missing");
        assertThat(run(with(call, "--area", "Pahod"))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`Pahod`", "`Pahold`");
        assertThat(run(with(call, "--shards", "0"))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run(with(call, "--regulation", "xx.northland.smok"))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R303", "`xx.northland.smoke`");
        assertThat(run("levels", "--air", "northland", "--from", "2024-11-01", "--to", "2024-11-02"))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C109");
    }
}
