package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.adapter.config.SettingsProblem;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Quality;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String HEAD = """
            adapters:
              air:
                kind: airquality
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileSaysWhatTheBuilderCanSay() throws IOException {
        Files.writeString(folder.resolve("token"), "sesame\n");
        List<DeviceAdapter> adapters = read("""
                    poll: PT5M
                    retry: PT10S
                    retryAtMost: PT20M
                    timeout: PT15S
                    silence: P3D
                    largest: 1000000
                    preset: comune-milano
                    feed: {clock: "+01:00"}
                    sources:
                      - name: city
                        url: https://city.example/air.csv
                        header: {name: X-App-Token, secret: {file: token}}
                        feed: {delimiter: ",", quality: uncertain, oldest: P10D, pollutants: {SO2: null}}
                """).adapters();
        AirQualityConfig config = ((AirQualityAdapter) adapters.get(0)).config();
        assertThat(config.name()).isEqualTo("air");
        assertThat(config.poll()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.retry()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.retryAtMost()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.silence()).isEqualTo(Duration.ofDays(3));
        assertThat(config.largest()).isEqualTo(1_000_000);
        AirSource source = config.sources().get(0);
        AirFeed feed = source.feed();
        assertThat(feed.table().delimiter()).isEqualTo(',');
        assertThat(feed.dates().clock()).isEqualTo(ZoneId.of("+01:00"));
        assertThat(feed.dates().publication()).isEqualTo(AirFeed.Publication.PREVIOUS_DAY);
        assertThat(feed.quality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(feed.measures()).containsOnlyKeys("PM10", "PM25", "CO_8h");
        AirSource.OverHttp place = (AirSource.OverHttp) source.place();
        assertThat(place.address()).isEqualTo(URI.create("https://city.example/air.csv"));
        assertThat(place.header().orElseThrow().value().reveal()).isEqualTo("sesame");
        assertThat(config.toString()).doesNotContain("sesame");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "sources: []                                                | 4 | minItems",
                "source: []                                                 | 2 | `air` has no `sources`",
                "sources: [{name: a}]                                       | 4 | either a `file` or a `url`",
                "sources: [{name: a, file: x, url: 'http://x'}]             | 4 | either a `file` or a `url`",
                "sources: [{name: a, url: 'ftp://x/y'}]                     | 4 | no address of a server",
                "sources: [{name: a, url: 'http://me:pw@x/y'}]              | 4 | no address of a server",
                "sources: [{name: a, file: x, preset: milano}]              | 4 | `milano` is no preset",
                "sources: [{name: a, file: x, feed: {colour: red}}]         | 4 | `colour` is not a key here",
                "sources: [{name: a, file: x, preset: lombardy-live}]       | 4 | no registry is named",
                "sources: [{name: a, file: x, preset: piedmont, feed: {clock: Mars}}]      | 4 | `Mars` is no clock",
                "sources: [{name: a, file: x, preset: piedmont, feed: {form: 'dd/qqqqqq'}}] | 4 | no pattern of dates",
                "sources: [{name: a, file: x, preset: piedmont, feed: {twin: 'it:x'}}]     | 4 | names no station's twin",
                "sources: [{name: a, file: x, preset: piedmont, feed: {oldest: P-3D}}]     | 4 | no length of time",
                "sources: [{name: a, file: x, preset: piedmont, feed: {decimal: ',', delimiter: ','}}] | 4 | cannot stand between",
                "sources: [{name: a, file: x, feed: {pollutants: {PM10: {property: pm01, unit: ug/m3}}}}] | 4 | no property `pm01`",
                "sources: [{name: a, file: x, feed: {pollutants: {PM10: {property: pm10, unit: mg/m3}}}}] | 4 | not in `mg/m3`",
                "sources: [{name: a, file: x, feed: {pollutants: {PM10: {property: pm10, unit: stone}}}}] | 4 | `stone` is not a known unit",
                "sources: [{name: a, file: x}]                              | 4 | reads `0` of them",
                "sources: [{name: a, file: x, feed: {pollutants: {NO2: {property: nitrogenHourMean, unit: ug/m3}}}}] | 4 | tells no hour",
                "sources: [{name: a, file: x, preset: piedmont}, {name: a, file: y, preset: piedmont}] | 4 | Two sources are called `a`",
                "sources: [{name: a, file: x, preset: piedmont}], poll: never | 4 |",
            })
    void whatIsWrongIsSaidWithItsPlace(String line, int number, String words) throws IOException {
        List<SettingsProblem> problems = read("    " + line + "\n").problems();
        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).toString()).contains("adapters.yaml:" + number + ":");
        if (words != null) {
            assertThat(problems.toString()).contains(words);
        }
        assertThat(problems.toString()).doesNotContain("me:pw");
    }

    /** The client's own complaint would show it. */
    @Test
    void aSecretThatCannotBeSentIsRefusedAndNotShown() throws IOException {
        Files.writeString(folder.resolve("token"), "swordfish\nX-Evil: yes\n");
        List<SettingsProblem> problems = read("""
                    sources:
                      - {name: a, url: 'https://x.example/y', preset: piedmont, header: {name: T, secret: {file: token}}}
                """).problems();
        assertThat(problems).singleElement().asString().contains("adapters.yaml:5:", "cannot be sent");
        assertThat(problems.toString()).doesNotContain("swordfish");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        List<SettingsProblem> problems = read("""
                    poll: often
                    sources:
                      - name: a
                        file: x
                        preset: piedmont
                        feed:
                          clock: Mars
                          pollutants:
                            PM10_GBV: {property: pm11, unit: ug/m3}
                """).problems();
        assertThat(problems).extracting(SettingsProblem::line).containsExactly(4, 10, 12);
    }

    @Test
    void aFeedIsDescribedInJavaAsInAFile() {
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(() -> AirFeed.builder()
                        .times("dd/MM/uuuu", ZoneId.of("Europe/Rome"))
                        .measure("NO2", "nitrogenHourMean", "mg/m3", AirFeed.Mean.MOMENT)
                        .build())
                .satisfies(mistake -> assertThat(mistake.code()).isEqualTo(AirError.FEED))
                .withMessageContaining("is not in `mg/m3`")
                .withMessageContaining("tells no hour");
        assertThat(AirFeed.presets())
                .containsExactly("comune-milano", "generic", "lombardy-live", "lombardy-validated", "piedmont");
        assertThat(AirFeed.presets())
                .filteredOn(name -> !name.equals("generic"))
                .allSatisfy(name -> assertThat(AirFeed.preset(name).measures()).isNotEmpty());
    }

    private AdaptersFile read(String settings) throws IOException {
        Path file = folder.resolve("adapters.yaml");
        Files.writeString(file, HEAD + settings);
        return AdaptersFile.read(file, AssetTypes.builtIn());
    }
}
