package io.citytwin.examples.milan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.milan.desk.ReadmeCommands.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pages tell rule authors to type is typed, word by word and in its order, where a checkout would be. Each page has a
 * folder and a shell of its own, so that they need not wait for each other.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReadmeCommandsIT {

    @TempDir
    private Path temp;

    /** The packaged launcher in the place of the one that would build, and the files that commands name. */
    private Path checkout() throws IOException {
        Path checkout = Unpacked.into(temp).folder();
        Unpacked.copy("twin-rules/regulations-it/src/main/resources", checkout);
        air(Files.createDirectories(checkout.resolve("DIR")));
        return checkout;
    }

    /** Recorded air for commands with `--air DIR`: episodes of five days in two weeks, all through two years. */
    private static void air(Path folder) throws IOException {
        StringBuilder stations = new StringBuilder("station_eu_code,regione,provincia,nome_stazione\n");
        StringBuilder days = new StringBuilder("regione,station_eu_code,date,value\n");
        stations.append("IT0477A,LOMBARDIA,Milano,Milano - Senato\n");
        LocalDate.of(2019, 1, 1)
                .datesUntil(LocalDate.of(2021, 1, 1))
                .forEach(day -> days.append("LOMBARDIA,IT0477A,")
                        .append(day)
                        .append(day.toEpochDay() % 14 < 5 ? ",62\n" : ",31\n"));
        Files.writeString(folder.resolve("stations.csv"), stations);
        Files.writeString(folder.resolve("pm10_daily.csv"), days);
    }

    @ParameterizedTest
    @ValueSource(strings = "I write rules")
    void everyCommandOfTheSectionDoesWhatItSays(String section) throws IOException, InterruptedException {
        run(commands("README.md", section), checkout());
    }

    /** Nothing else is there: who follows it has no sources. */
    @Test
    void theHourOfHelloPolicyNeedsTheDistributionOnly() throws IOException, InterruptedException {
        ReadmeCommands hour = commands("examples/hello-policy/README.md", "One hour");
        assertThat(hour.all())
                .filteredOn(Command::speaks)
                .allSatisfy(command -> assertThat(command.says()).isNotEmpty());
        run(hour, Unpacked.into(temp).folder());
    }

    private static ReadmeCommands commands(String page, String section) throws IOException {
        ReadmeCommands commands = ReadmeCommands.of(Files.readString(Unpacked.TOP.resolve(page)), section);
        assertThat(commands.all()).isNotEmpty();
        return commands;
    }

    private void run(ReadmeCommands commands, Path folder) throws IOException, InterruptedException {
        Path said = Files.createDirectories(temp.resolve("said"));
        Path script = Files.writeString(temp.resolve("script.sh"), commands.script(said.toString()));
        Shell.Ended shell = Shell.run(
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "LANG", "C.UTF-8"),
                "sh",
                script.toString());
        assertThat(shell.text()).isEmpty();

        for (int number = 0; number < commands.all().size(); number++) {
            Command command = commands.all().get(number);
            String out = Files.readString(said.resolve(number + ".out"));
            if (!command.endless()) {
                assertThat(Files.readString(said.resolve(number + ".status")).strip())
                        .as(command.text() + "\n" + out)
                        .isEqualTo(String.valueOf(command.status()));
            }
            assertThat(!command.speaks() || !out.isBlank()).as(command.text()).isTrue();
            assertThat(out).as(command.text()).contains(command.says());
        }
    }

    @Test
    void aCommandSaysHowItEnds() throws IOException, InterruptedException {
        ReadmeCommands commands = ReadmeCommands.of("""
                ## First
                ```sh
                ./citytwin never
                ```
                ## Second
                ```text
                ./citytwin never
                ```
                ```sh
                # what follows goes on in the same shell
                cd DIR
                ../citytwin levels --air . --from 2019-01-01 \\
                  --to 2019-01-31
                ../citytwin check nowhere   # exits 2 and says `nowhere`, there is no such folder
                while :; do echo again; sleep 1; done   # until Ctrl-C
                ```
                """, "Second");

        assertThat(commands.all()).extracting(Command::status).containsExactly(0, 0, 2, 0);
        assertThat(commands.all()).extracting(Command::endless).containsExactly(false, false, false, true);
        assertThat(commands.all()).extracting(Command::says).containsExactly("", "", "nowhere", "");
        run(commands, checkout());
    }
}
