package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import io.citytwin.core.spi.PayloadMapper.Payload;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every folder of real air, with the defects that its SOURCE.txt names and those that reading it showed. */
class RealFoldersTest {

    private static final ZoneId CIVIL = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @ValueSource(strings = {"pulvirus_2019_2020", "comune_milano_2016_2025", "comune_milano_2026", "torino_2024"})
    void eachFolderIsKnownAndFitsItsTwins(String name) {
        Path folder = SharedData.find("air/" + name);
        assertThat(new AirQualityArchive().reads(folder)).isTrue();
        Recording recording = new AirQualityArchive().open(folder);
        Set<TwinId> twins = recording.twins().stream().map(twin -> twin.id()).collect(Collectors.toSet());
        assertThat(twins)
                .containsAll(
                        recording.observations().stream().map(Observation::twin).collect(Collectors.toSet()));
        assertThat(recording.observations()).isNotEmpty();
        recording.observations().stream()
                .limit(100)
                .forEach(seen -> AssetTypes.builtIn()
                        .twin(seen.twin().toString(), "AirStation")
                        .with(seen));
    }

    /** The field `data` is the day of publication: what was published on 8 January was measured on the 7th. */
    @Test
    void theCityPublishesTheDayAfter() {
        Recording recording = new AirQualityArchive().open(SharedData.find("air/comune_milano_2026"));
        assertThat(value(recording, "it.lombardia:comune-milano-2", "pm10", "2025-12-16"))
                .isEqualTo(Quantity.of(38, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(recording.observations())
                .allSatisfy(seen -> assertThat(seen.receivedAt().atZone(CIVIL).toLocalDate())
                        .isEqualTo(day(seen).plusDays(1)));
    }

    /** Only working days are published, so Fridays and Saturdays are missing: nothing stands in their place. */
    @Test
    void fridaysAndSaturdaysAreMissing() {
        Recording recording = new AirQualityArchive().open(SharedData.find("air/comune_milano_2016_2025"));
        Map<DayOfWeek, Long> days = recording.observations().stream()
                .collect(Collectors.groupingBy(seen -> day(seen).getDayOfWeek(), TreeMap::new, Collectors.counting()));
        assertThat(days.getOrDefault(DayOfWeek.FRIDAY, 0L)).isLessThan(100);
        assertThat(days.getOrDefault(DayOfWeek.SATURDAY, 0L)).isLessThan(100);
        assertThat(days.get(DayOfWeek.THURSDAY)).isGreaterThan(4_000);
        // Another day's value is not taken for it.
        assertThat(recording.observations().stream()
                        .filter(seen ->
                                seen.property().equals("pm10") && day(seen).equals(LocalDate.of(2019, 1, 4))))
                .isEmpty();
    }

    /** Some days came twice, the second time empty: the first counts, and the others are told. */
    @Test
    void aDayThatWasPublishedTwiceCountsOnce() {
        Recording long10 = new AirQualityArchive().open(SharedData.find("air/comune_milano_2016_2025"));
        assertThat(value(long10, "it.lombardia:comune-milano-2", "pm10", "2021-06-21"))
                .isEqualTo(Quantity.of(50, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(long10.refused()).extracting(RefusedRow::code).containsOnly("A107");
        Recording recent = new AirQualityArchive().open(SharedData.find("air/comune_milano_2026"));
        assertThat(recent.refused()).extracting(RefusedRow::code).containsOnly("A107");
    }

    /** The city's own files, JSON and CSV, say the same, whether a station is a number or a text. */
    @Test
    void theRawJsonSaysWhatTheTableSays() throws IOException {
        Path folder = SharedData.find("air/comune_milano_2016_2025");
        String json = Files.readString(folder.resolve("raw_2019_sample.json"));
        AirFeed feed = AirFeed.builder()
                .preset("comune-milano")
                .json("")
                .twin("it.lombardia:comune-milano-{station}")
                .oldest(Duration.ofDays(4_000))
                .build();
        Mapped numbers = map(feed, json);
        Mapped texts = map(feed, json.replaceAll("\"stazione_id\": (\\d+)", "\"stazione_id\": \"$1\""));
        assertThat(numbers.refused()).isEmpty();
        assertThat(texts.observations()).isEqualTo(numbers.observations());
        Set<String> table = new AirQualityArchive()
                .open(folder).observations().stream()
                        .filter(seen -> seen.receivedAt().atZone(CIVIL).getYear() == 2019)
                        .map(RealFoldersTest::text)
                        .collect(Collectors.toSet());
        assertThat(numbers.observations().stream().map(RealFoldersTest::text).collect(Collectors.toSet()))
                .isEqualTo(table)
                .hasSizeGreaterThan(1_000);
    }

    /** Two methods at one station, dd/mm/yyyy, semicolons, one more at each row's end: gravimetry counts where it measured. */
    @Test
    void twoMethodsAtOneStationAreOneValue() {
        Recording recording = new AirQualityArchive().open(SharedData.find("air/torino_2024"));
        assertThat(recording.observations()).hasSize(366);
        assertThat(recording.refused())
                .hasSize(366)
                .extracting(RefusedRow::code)
                .containsOnly("A110");
        // Of 53 days without gravimetry, the other method has a value on some.
        List<Observation> missing = recording.observations().stream()
                .filter(seen -> seen.value().isEmpty())
                .toList();
        assertThat(missing).hasSizeLessThan(16 + 1);
        assertThat(value(recording, "it.piemonte:001272-806", "pm10", "2024-01-01"))
                .isEqualTo(Quantity.of(69, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(recording.twins()).hasSize(3);
    }

    private static Mapped map(AirFeed feed, String text) {
        ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        return new AirMapper("air", feed)
                .map(new Payload("raw_2019_sample.json", content, Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static Object value(Recording recording, String twin, String property, String day) {
        return recording.observations().stream()
                .filter(seen ->
                        seen.twin().toString().equals(twin) && seen.property().equals(property))
                .filter(seen -> day(seen).toString().equals(day))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private static LocalDate day(Observation seen) {
        return LocalDate.ofInstant(seen.measuredAt(), CIVIL);
    }

    private static String text(Observation seen) {
        return seen.twin() + " " + seen.property() + " " + seen.measuredAt() + " " + seen.value();
    }
}
