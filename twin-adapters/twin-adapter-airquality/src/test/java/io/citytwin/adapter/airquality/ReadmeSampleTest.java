package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.airquality.internal.cli.ImportTool;
import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows. */
class ReadmeSampleTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anAgencysTwoSetsFromAFile() throws IOException {
        Files.copy(RESOURCES.resolve("adapters.yaml"), folder.resolve("adapters.yaml"));
        Files.writeString(folder.resolve("sensors.json"), """
                [{"idsensore": "5504", "nometiposensore": "Biossido di Azoto", "unitamisura": "µg/m³", "idstazione": "501"}]
                """);
        Files.writeString(folder.resolve("live.json"), """
                [{"idsensore": "5504", "data": "2026-04-01T08:00:00.000", "valore": "41.5", "stato": "VA", "idoperatore": "1"},
                 {"idsensore": "5504", "data": "2026-04-02T08:00:00.000", "valore": "38", "stato": "VA", "idoperatore": "1"}]
                """);
        Files.writeString(folder.resolve("validated.json"), "[]");
        List<DeviceAdapter> adapters = AdaptersFile.read(folder.resolve("adapters.yaml"), AssetTypes.builtIn())
                .adapters();
        try (AirCity city = new AirCity(NOW, adapters.get(0), "it.lombardia:501")) {
            city.pass(Duration.ofMinutes(16));
            assertThat(city.now("it.lombardia:501", "nitrogenHourMean")).isEqualTo("38 ug/m3 UNCERTAIN");
            Files.writeString(folder.resolve("validated.json"), """
                    [{"idsensore": "5504", "data": "2026-04-02T08:00:00.000", "valore": "37.2", "stato": "VA", "idoperatore": "1"}]
                    """);
            city.pass(Duration.ofMinutes(16));
            assertThat(city.now("it.lombardia:501", "nitrogenHourMean")).isEqualTo("37.2 ug/m3 GOOD");
        }
    }

    @Test
    void aFeedOfYourOwn() throws IOException {
        Path file = folder.resolve("hours.csv");
        Files.writeString(file, "punto;giorno;ora;NO2\n6;02/04/2026;10:00;41,5\n6;02/04/2026;09:00;n.d.\n");
        // tag::feed[]
        AirFeed hours = AirFeed.builder()
                .csv(';', ',')
                .field("station", "punto")
                .field("date", "giorno")
                .field("time", "ora")
                .field("value", "NO2")
                .times("dd/MM/uuuu HH:mm", ZoneId.of("Europe/Rome"))
                .measure("NO2", "nitrogenHourMean", "ug/m3", AirFeed.Mean.MOMENT)
                .twin("it.milano:air-{station}")
                .build();
        AirQualityAdapter air = AirQualityAdapter.builder()
                .name("air")
                .source(AirSource.file("hours", file, hours))
                .silence(Duration.ofHours(6))
                .build();
        // end::feed[]
        try (AirCity city = new AirCity(NOW, air, "it.milano:air-6")) {
            city.pass(Duration.ofMinutes(1));
            assertThat(city.now("it.milano:air-6", "nitrogenHourMean")).isEqualTo("41.5 ug/m3 GOOD");
            assertThat(city.city.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.reason()).startsWith("hours:3 `n.d.`"));
        }
    }

    @Test
    void anInventoryOfAnOpenDataFile() throws IOException {
        Files.copy(RESOURCES.resolve("charging.json"), folder.resolve("charging.json"));
        Files.writeString(folder.resolve("columns.csv"), """
                code;street;owner;kw;x;y;state
                13;VIA LARGA 7;A2A;n.d.;9,1935;45,4621;active
                11;VIA ROMA 1;A2A;44,5;9,1936;45,4622;renewed
                14;VIA ROMA 2;A2A;44;9,1936;45,4622;gone
                """);
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(out, true), folder);
        List<String> words = List.of("columns.csv", "--mapping", "charging.json", "--out", "charging.csv");
        assertThat(new ImportTool().run(words, console)).as(out.toString()).isZero();
        assertThat(Files.readString(folder.resolve("charging.csv"))).isEqualTo("""
                id,label,longitude,latitude,operator,contractedPower [kW],place
                charging-11,VIA ROMA 1,9.1936,45.4622,A2A,44.5,municipality
                charging-13,VIA LARGA 7,9.1935,45.4621,A2A,,municipality
                """);
    }
}
