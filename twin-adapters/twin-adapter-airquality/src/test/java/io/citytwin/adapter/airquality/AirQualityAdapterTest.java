package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quality;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.MemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sets of one station in files, in virtual time. */
class AirQualityAdapterTest {

    private static final Instant START = Instant.parse("2026-04-01T08:30:00Z");
    private static final String STATION = "it.milano:air-6";
    private static final String HEAD = "station,date,value,flag\n";

    @TempDir
    private Path folder;

    private Path live;
    private Path validated;

    @BeforeEach
    void write() throws IOException {
        live = folder.resolve("live.csv");
        validated = folder.resolve("validated.csv");
        Files.writeString(live, HEAD + "6,2026-04-01T07:00:00Z,40,\n6,2026-04-01T08:00:00Z,50,\n");
        Files.writeString(validated, HEAD);
    }

    @Test
    void aValidatedValueCorrectsALiveOne() throws IOException {
        try (AirCity city = new AirCity(START, both().build(), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("50 ug/m3 UNCERTAIN");
            Files.writeString(validated, HEAD + "6,2026-04-01T08:00:00Z,47,\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("47 ug/m3 GOOD");
        }
    }

    /** The live set repeats its last days at each request. */
    @Test
    void aLiveValueTakesNoValidatedOneBack() throws IOException {
        Files.writeString(validated, HEAD + "6,2026-04-01T08:00:00Z,47,\n");
        try (AirCity city = new AirCity(START, both().build(), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("47 ug/m3 GOOD");
            Files.writeString(live, HEAD + "6,2026-04-01T08:00:00Z,51,\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("47 ug/m3 GOOD");
            // Also what its agency takes back is taken back.
            Files.writeString(validated, HEAD + "6,2026-04-01T08:00:00Z,47,bad\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("47 ug/m3 BAD");
            Files.writeString(live, HEAD + "6,2026-04-01T08:00:00Z,52,\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("47 ug/m3 BAD");
        }
    }

    @Test
    void aNewRunGoesOnWhereTheOldOneEnded() throws IOException {
        Files.writeString(validated, HEAD + "6,2026-04-01T08:00:00Z,47,\n");
        MemoryJournal journal = new MemoryJournal();
        try (AirCity city = new AirCity(START, journal, both().build(), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.kept()).hasSize(2);
        }
        try (AirCity city = new AirCity(START.plusSeconds(660), journal, both().build(), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.kept()).hasSize(2);
            // What the new run never told anybody, it still knows.
            Files.writeString(live, HEAD + "6,2026-04-01T08:00:00Z,51,\n6,2026-04-01T08:45:00Z,60,\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.kept()).hasSize(3).last().asString().contains("2026-04-01T08:45:00Z");
        }
    }

    /** Else who mends the description of a feed would wait for the agency to change its file. */
    @Test
    void aMendedFeedIsReadAgain() throws IOException {
        Files.writeString(live, HEAD.replace("value", "wert") + "6,2026-04-01T08:00:00Z,50,\n");
        MemoryJournal journal = new MemoryJournal();
        try (AirCity city = new AirCity(START, journal, reading("Wert"), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.alarms()).singleElement().asString().contains("cannot be understood", "`Wert`");
        }
        try (AirCity city = new AirCity(START.plusSeconds(660), journal, reading("wert"), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.alarms()).isEmpty();
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("50 ug/m3 GOOD");
        }
    }

    @Test
    void aStationThatTheCityDidNotHaveBeforeIsHeard() throws IOException {
        Files.writeString(live, HEAD + "6,2026-04-01T08:00:00Z,50,\n7,2026-04-01T08:00:00Z,60,\n");
        MemoryJournal journal = new MemoryJournal();
        try (AirCity city = new AirCity(START, journal, reading("value"), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.kept()).hasSize(1);
        }
        Instant later = START.plusSeconds(660);
        try (AirCity city = new AirCity(later, journal, reading("value"), STATION, "it.milano:air-7")) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.now("it.milano:air-7", "nitrogenHourMean")).isEqualTo("60 ug/m3 GOOD");
        }
    }

    private AirQualityAdapter reading(String value) {
        AirFeed feed = AirFeed.builder()
                .times("uuuu-MM-dd'T'HH:mm:ssX", ZoneOffset.UTC)
                .field("value", value)
                .measure("NO2", "nitrogenHourMean", "ug/m3", AirFeed.Mean.MOMENT)
                .twin("it.milano:air-{station}")
                .build();
        return AirQualityAdapter.builder()
                .name("air")
                .source(AirSource.file("live", live, feed))
                .build();
    }

    @Test
    void aSilentStationIsAnAlarm() throws IOException {
        AirQualityAdapter adapter = both().silence(Duration.ofHours(6)).build();
        try (AirCity city = new AirCity(START, adapter, STATION, "it.milano:air-7")) {
            city.pass(Duration.ofHours(5));
            assertThat(city.alarms()).isEmpty();
            // The newest measurement is of 8 o'clock; the other station is waited for since 8:30.
            city.pass(Duration.ofMinutes(29));
            assertThat(city.alarms()).isEmpty();
            city.pass(Duration.ofMinutes(2));
            assertThat(city.alarms()).singleElement().asString().contains("`" + STATION + "`", "2026-04-01T08:00:00Z");
            city.pass(Duration.ofMinutes(30));
            assertThat(city.alarms()).hasSize(2);
            Files.writeString(live, HEAD + "6,2026-04-01T14:00:00Z,40,\n7,2026-04-01T14:00:00Z,,\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.alarms()).singleElement().asString().contains("`it.milano:air-7`");
        }
    }

    /** A region's file has many stations, and each hour many rows of them. */
    @Test
    void aStrangerIsToldOnce() throws IOException {
        try (AirCity city = new AirCity(START, both().build(), STATION)) {
            for (int hour = 0; hour < 8; hour++) {
                Files.writeString(live, HEAD + "99,2026-04-01T0" + hour + ":00:00Z,40,\n");
                city.pass(Duration.ofMinutes(11));
            }
            assertThat(city.city.deadLetters())
                    .extracting(DeadLetter::code)
                    .containsExactly(AirError.UNKNOWN_STATION.id());
            assertThat(city.city.deadLetters().get(0).reason()).contains("`it.milano:air-99`");
        }
    }

    @Test
    void aFileThatIsMissingOrTooLargeIsAnAlarmUntilItIsRead() throws IOException {
        Files.delete(live);
        try (AirCity city = new AirCity(START, both().largest(2_000).build(), STATION)) {
            city.pass(Duration.ofMinutes(1));
            assertThat(city.alarms()).singleElement().asString().contains("Source `live`", "no file `live.csv`");
            Files.writeString(live, HEAD + "x".repeat(2_000));
            city.pass(Duration.ofMinutes(5));
            assertThat(city.alarms()).singleElement().asString().contains("more than `2000` bytes");
            Files.writeString(live, "<html>");
            city.pass(Duration.ofHours(2));
            assertThat(city.alarms()).singleElement().asString().contains("cannot be understood");
            Files.writeString(live, HEAD + "6,2026-04-01T08:00:00Z,51,\n");
            city.pass(Duration.ofMinutes(11));
            assertThat(city.alarms()).isEmpty();
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("51 ug/m3 UNCERTAIN");
        }
    }

    @Test
    void thousandsOfBadRowsAreCounted() throws IOException {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int row = 0; row < 3_000; row++) {
            rows.append("6,2026-04-01T08:00:00Z,n").append(row).append(",\n");
        }
        Files.writeString(live, rows.append("6,2026-04-01T08:00:00Z,51,\n"));
        try (AirCity city = new AirCity(START, both().build(), STATION)) {
            city.pass(Duration.ofMinutes(1));
            assertThat(city.now(STATION, "nitrogenHourMean")).isEqualTo("51 ug/m3 UNCERTAIN");
            assertThat(city.city.deadLetters()).hasSize(501);
            assertThat(city.city.deadLetters())
                    .filteredOn(letter -> letter.code().equals(AirError.TOO_MANY.id()))
                    .singleElement()
                    .extracting(DeadLetter::reason)
                    .asString()
                    .startsWith("`2500` more rows");
        }
    }

    /** Longer than one part, so that the parts wait for the journal. */
    @Test
    void aLongFileIsReadToItsEnd() throws IOException {
        StringBuilder rows = new StringBuilder(HEAD);
        Instant first = Instant.parse("2026-03-25T00:00:00Z");
        for (int row = 0; row < 12_345; row++) {
            rows.append("6,")
                    .append(first.plusSeconds(row * 30L))
                    .append(',')
                    .append(row % 100)
                    .append(",\n");
        }
        Files.writeString(live, rows);
        try (AirCity city = new AirCity(START, both().build(), STATION)) {
            city.pass(Duration.ofMinutes(11));
            assertThat(city.kept()).hasSize(12_345);
            assertThat(city.city.deadLetters()).isEmpty();
        }
    }

    @Test
    void whatCannotWorkIsRefusedAtOnce() {
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(() -> AirQualityAdapter.builder().build())
                .satisfies(mistake -> assertThat(mistake.code()).isEqualTo(AirError.FEED));
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(() -> AirQualityAdapter.builder()
                        .source(AirSource.file("live", live, AirFeed.preset("lombardy-live")))
                        .build());
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(() -> both().source(AirSource.file("live", live, feed(Quality.GOOD)))
                        .build());
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(() -> both().poll(Duration.ZERO).build());
    }

    private AirQualityAdapterBuilder both() {
        return AirQualityAdapter.builder()
                .name("air")
                .source(AirSource.file("live", live, feed(Quality.UNCERTAIN)))
                .source(AirSource.file("validated", validated, feed(Quality.GOOD)));
    }

    private static AirFeed feed(Quality quality) {
        return AirFeed.builder()
                .times("uuuu-MM-dd'T'HH:mm:ssX", ZoneOffset.UTC)
                .measure("NO2", "nitrogenHourMean", "ug/m3", AirFeed.Mean.MOMENT)
                .field("flag", "flag")
                .flag("bad", Quality.BAD)
                .quality(quality)
                .twin("it.milano:air-{station}")
                .build();
    }
}
