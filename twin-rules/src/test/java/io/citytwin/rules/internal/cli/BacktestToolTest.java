package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import io.citytwin.rules.verify.Northland;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestToolTest extends AbstractToolTest {

    private int backtest(String... more) throws IOException {
        Files.createDirectories(directory.resolve("air"));
        Files.writeString(directory.resolve("air/made-up"), "");
        List<String> words =
                new ArrayList<>(List.of("backtest", "--air", "air", "--from", "2024-11-01", "--to", "2024-11-30"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void backtestTellsHoursTwinsAndTheFirstDifferingDay() throws IOException {
        Northland.copiedTo(directory.resolve("newer"))
                .changed("parameters.yaml", "from: 2024-10-01, value: 2", "from: 2024-10-01, value: 5");

        assertThat(backtest("newer", "--against", "northland", "--report", "report.html"))
                .as(err.toString())
                .isEqualTo(Tool.OK);
        assertThat(out.toString())
                .contains("Backtest of xx.northland.smoke, 2024-11-01 to 2024-11-30")
                .contains("The versions part first on 2024-11-15 in Pahold: Level. They differ on 4 days of areas.")
                .contains("because of correction, since 2024-10-01: value onDays 2 days -> 5 days")
                .contains("What changed in law", "No emission factor was given");
        assertThat(Files.readString(directory.resolve("report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("The versions part first on 2024-11-15 in Pahold");
    }

    @Test
    void withoutAShippedVersionOneIsReplayed() throws IOException {
        assertThat(backtest("northland")).as(err.toString()).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("Days in each state").doesNotContain("The versions part", "What changed");
    }

    @Test
    void anInventoryTakesThePlaceOfTheMadeUpPopulation() throws IOException {
        Files.createDirectories(directory.resolve("city"));
        Files.writeString(directory.resolve("city/municipalities.csv"), "id,label,province\ntown,Town,xx:pa\n");
        Files.writeString(
                directory.resolve("city/shared-vehicles.csv"),
                "id,label,place,category,fuel,euro\ncar,=cmd(),town,M1,petrol,1\nbad,Bad,town,M1,wood,1\n");
        Files.writeString(directory.resolve("city/parking-bays.csv"), "id,label,place\nbay,Bay,town\n");
        Files.writeString(directory.resolve("city/things.csv"), "id\none\n");

        assertThat(backtest("northland", "--inventory", "city", "--namespace", "xx"))
                .as(err.toString())
                .isEqualTo(Tool.OK);
        assertThat(out.toString())
                .contains("who: the files of `city`", "counted: 1 Vehicle")
                .contains("1 rows of the inventory could not be used.", "`wood`")
                .contains("`things.csv` was left out")
                .doesNotContain("MADE UP", "`parking-bays.csv` was left out");
        assertThat(lines()).anyMatch(line -> line.matches(" *Vehicle may not circulate +192 +1 +1 +192 +0 +0 +0"));

        Files.createDirectories(directory.resolve("empty"));
        assertThat(backtest("northland", "--inventory", "empty")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C111", "empty");
    }

    @Test
    void factorsTurnHoursIntoEmissionsAndAreShownWithTheirSources() throws IOException {
        Files.createDirectories(directory.resolve("city"));
        Files.writeString(directory.resolve("city/municipality.csv"), "id,label,province\ntown,Town,xx:pa\n");
        Files.writeString(
                directory.resolve("city/vehicles.csv"),
                "id,label,place,category,fuel,euro\na,A,town,M1,petrol,1\nb,B,town,N1,diesel,5\n");
        Files.writeString(directory.resolve("factors.csv"), """
                class,value,unit,source,confidence
                Vehicle,2,km/h,"a guess, only",OWN
                Vehicle,100,g/km,table 1,CHECK
                Vehicle fuel=diesel,300,g/km,<script>,RECALLED
                """);

        assertThat(backtest("northland", "--inventory", "city", "--namespace", "xx", "--factors", "factors.csv"))
                .as(err.toString())
                .isEqualTo(Tool.OK);
        // 192 h x 2 km/h x 100 g/km and 110 h x 2 km/h x 300 g/km.
        assertThat(lines()).anyMatch(line -> line.matches(" *Vehicle may not circulate +northland +104.4 +0"));
        assertThat(out.toString())
                .contains("a guess, only", "OWN: house rule, no law", "Vehicle fuel=diesel", "300 g/km")
                .doesNotContain("No emission factor was given");
    }

    @Test
    void aFactorWithoutSourceIsRefusedWithItsLine() throws IOException {
        String head = "class,value,unit,source,confidence\n";
        for (String row : List.of(
                "Vehicle,100,g/km,,CHECK",
                "Vehicle,1e9,g/km,s,CHECK",
                "Vehicle,100,g/mile,s,CHECK",
                "Vehicle,100,g/km,s,SURE",
                "Vehicle euro,100,g/km,s,CHECK",
                "Vehicle,100,g/km,s")) {
            Files.writeString(directory.resolve("factors.csv"), head + row + "\n");
            assertThat(backtest("northland", "--factors", "factors.csv"))
                    .as(row)
                    .isEqualTo(Tool.COULD_NOT_RUN);
            assertThat(err.toString()).as(row).contains("R331", "factors.csv:2");
        }
        Files.writeString(directory.resolve("factors.csv"), "class;value\n");
        assertThat(backtest("northland", "--factors", "factors.csv")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R331", "factors.csv:1");
    }

    @Test
    void backtestRefusesWhatItCannotUse() throws IOException {
        assertThat(backtest("northland", "--seed", "x")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "`x`");
        assertThat(backtest("northland", "--factors", "none.csv")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C111", "none.csv");
        assertThat(backtest("northland/heating")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R330", "xx.state.heating");
        assertThat(backtest("northland", "--report", "nowhere/report.html")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R332", "report.html");
        assertThat(run("backtest", "northland")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`--from` is missing", "citytwin backtest --help");
    }
}
