package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.ObservationArchive;
import io.citytwin.core.spi.Recording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirQualityArchiveTest {

    private static final TwinId SENATO = TwinId.of("it.lombardia:IT0477A");

    @TempDir
    Path path;

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(ObservationArchive.class)).hasOnlyElementsOfType(AirQualityArchive.class);
    }

    @Test
    void readsOnlyFoldersWithAllFilesOfALayout() throws Exception {
        Folder folder = Folder.at(path);
        assertThat(new AirQualityArchive().reads(path)).isTrue();

        Files.delete(path.resolve("pm10_daily.csv"));
        assertThat(new AirQualityArchive().reads(path)).isFalse();
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(folder::open)
                .satisfies(e -> assertThat(e.code()).isEqualTo(CoreError.ARCHIVE))
                .withMessageContaining("`pm10_daily.csv`");
        assertThat(new AirQualityArchive().reads(path.resolve("nowhere"))).isFalse();
    }

    @Test
    void makesTwinsOfRegionsProvincesAndStations() {
        Recording recording =
                Folder.at(path).days("LOMBARDIA,IT0477A,2019-01-31,51").open();

        assertThat(recording.twins().stream().map(twin -> twin.type().name() + " " + twin.id() + " " + twin.values()))
                .containsExactly(
                        "Region it:IT-25 {code=IT-25, label=Lombardia}",
                        "Region it:IT-45 {code=IT-45, label=Emilia-Romagna}",
                        "AirStation it.emilia-romagna:IT1904A {label=Forlì, Roma,"
                                + " province=it.emilia-romagna:province-forli-cesena, role=local}",
                        "Province it.emilia-romagna:province-forli-cesena {label=Forlì-Cesena, region=it:IT-45}",
                        "AirStation it.lombardia:IT0477A {label=Milano - Senato,"
                                + " province=it.lombardia:province-milano, role=reference}",
                        "Province it.lombardia:province-milano {label=Milano, region=it:IT-25}");
        assertThat(recording.twins().stream().map(Twin::id)).isSorted();
        assertThat(recording.title()).contains("PULVIRUS", path.getFileName().toString());
    }

    @Test
    void placesAValueOnItsDayAndReceivesItTheNextMorning() {
        Recording recording = Folder.at(path)
                .days("LOMBARDIA,IT0477A,2019-03-31,48.20", "LOMBARDIA,IT0477A,2019-04-01,")
                .open();

        // On 31 March 2019 civil time went from UTC+1 to UTC+2.
        String source = "archive:" + path.getFileName();
        assertThat(recording.observations())
                .containsExactly(
                        new Observation(
                                SENATO,
                                "pm10",
                                Optional.of(Quantity.of("48.2", Unit.MICROGRAM_PER_CUBIC_METRE)),
                                Instant.parse("2019-03-30T23:00:00Z"),
                                Instant.parse("2019-04-01T08:00:00Z"),
                                source,
                                Quality.GOOD),
                        new Observation(
                                SENATO,
                                "pm10",
                                Optional.empty(),
                                Instant.parse("2019-03-31T22:00:00Z"),
                                Instant.parse("2019-04-02T08:00:00Z"),
                                source,
                                Quality.GOOD));
        assertThat(recording.refused()).isEmpty();
    }

    @Test
    void everyObservationFitsItsTwin() {
        Recording recording =
                Folder.at(path).days("LOMBARDIA,IT0477A,2019-01-31,51").open();
        Twin senato = recording.twins().stream()
                .filter(twin -> twin.id().equals(SENATO))
                .findAny()
                .orElseThrow();

        assertThat(senato.with(recording.observations().get(0)).value("pm10"))
                .contains(Quantity.of(51, Unit.MICROGRAM_PER_CUBIC_METRE));
    }

    @Test
    void doesNotDependOnTheOrderOfTheRows() {
        String[] days = {
            "LOMBARDIA,IT0477A,2019-01-31,51", "EMILIA_ROMAGNA,IT1904A,2019-01-30,40", "LOMBARDIA,IT0477A,2019-01-30,49"
        };
        Recording recording = Folder.at(path).days(days).open();

        Folder shuffled = new Folder(path).stations(Folder.FORLI, Folder.MILAN).days(days[2], days[0], days[1]);
        assertThat(shuffled.open()).isEqualTo(recording);
        assertThat(recording.observations().stream().map(Observation::twin))
                .containsExactly(TwinId.of("it.emilia-romagna:IT1904A"), SENATO, SENATO);
    }

    @Test
    void doesNotDependOnTheMachinesTimeZoneLanguageAndEncoding() throws Exception {
        Folder folder = Folder.at(path).days("LOMBARDIA,IT0477A,2019-01-31,51.5");

        assertThat(OpenElsewhere.read(path)).isEqualTo("Pacific/Kiritimati tr ISO-8859-1\n" + folder.open());
    }

    @Test
    void readsFilesOfOtherEditors() {
        Folder folder = Folder.at(path).days("LOMBARDIA,IT0477A,2019-01-31,51");
        Recording recording = folder.open();

        folder.write(
                "pm10_daily.csv",
                StandardCharsets.UTF_8,
                "\uFEFFregione,\"station_eu_code\",date,value\r\n\"LOMBARDIA\",IT0477A,2019-01-31,\"51\"\r\n\r\n");
        assertThat(folder.open()).isEqualTo(recording);
    }
}
