package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import io.citytwin.core.spi.PayloadMapper.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapperTest {

    private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

    private static final String SENSORS = """
            [{"idsensore": "5504", "nometiposensore": "Biossido di Azoto", "unitamisura": "µg/m³", "idstazione": "501",
              "nomestazione": "Milano v.Senato", "provincia": "MI", "comune": "Milano", "lat": "45.47", "lng": "9.19"},
             {"idsensore": "10320", "nometiposensore": "PM10 (SM2005)", "unitamisura": "μg/m3", "idstazione": "501"},
             {"idsensore": "5834", "nometiposensore": "Monossido di Carbonio", "unitamisura": "mg/m³", "idstazione": "501"},
             {"idsensore": "77", "nometiposensore": "Ozono", "unitamisura": "ppb", "idstazione": "501"}]
            """;

    private static final String HOURS = """
            [{"idsensore": 5504, "data": "2026-04-01T08:00:00.000", "valore": "41.5", "stato": "VA", "idoperatore": "1"},
             {"idsensore": "5504", "data": "2026-04-01T09:00:00.000", "valore": "-9999", "stato": "NA", "idoperatore": "1"},
             {"idsensore": "5504", "data": "2026-04-01T09:00:00.000", "valore": "99", "stato": "VA", "idoperatore": "3"},
             {"idsensore": "5834", "data": "2026-04-01T08:00:00.000", "valore": "0.5", "stato": "VA", "idoperatore": "1"}]
            """;

    @Test
    void aRegistrySaysWhatASensorMeasures() {
        Mapped mapped = map(AirFeed.preset("lombardy-live"), HOURS);
        assertThat(mapped.refused()).isEmpty();
        // Winter time all year: 8 o'clock in April is 7 o'clock UTC, not 6.
        assertThat(mapped.observations())
                .containsExactly(
                        new Observation(
                                TwinId.of("it.lombardia:501"),
                                "nitrogenHourMean",
                                Optional.of(Quantity.of("41.5", Unit.MICROGRAM_PER_CUBIC_METRE)),
                                Instant.parse("2026-04-01T07:00:00Z"),
                                NOW,
                                "air",
                                Quality.UNCERTAIN),
                        new Observation(
                                TwinId.of("it.lombardia:501"),
                                "nitrogenHourMean",
                                Optional.empty(),
                                Instant.parse("2026-04-01T08:00:00Z"),
                                NOW,
                                "air",
                                Quality.BAD));
    }

    /** The validated set speaks of the same moments, so that it corrects the live one; its particles are means of days. */
    @Test
    void theValidatedSetSpeaksOfTheSameMoments() {
        Mapped live = map(AirFeed.preset("lombardy-live"), HOURS);
        Mapped validated = map(AirFeed.preset("lombardy-validated"), HOURS);
        assertThat(validated.observations())
                .extracting(Observation::measuredAt)
                .isEqualTo(live.observations().stream()
                        .map(Observation::measuredAt)
                        .toList());
        assertThat(validated.observations().get(0).quality()).isEqualTo(Quality.GOOD);

        String day = """
                [{"idsensore": "10320", "data": "2026-04-01T00:00:00.000", "valore": 31, "stato": "VA", "idoperatore": 1}]
                """;
        assertThat(map(AirFeed.preset("lombardy-validated"), day).observations())
                .singleElement()
                .extracting(Observation::property, Observation::measuredAt)
                .containsExactly("pm10", Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(map(AirFeed.preset("lombardy-live"), day).observations()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "1234 2026-04-01T08:00:00.000 1 VA | A116 | Sensor `1234` is not in the registry",
                "77 2026-04-01T08:00:00.000 1 VA | A112 | in `ppb`, and `ozoneHourMean` in `ug/m3`",
                "5504 2026-04-01T08:00:00.000 1 XX | A113 | The flag `XX` is not explained",
                "5504 2026-04-01T25:00:00.000 1 VA | A102 | is not a date",
                "5504 1970-01-01T00:00:00.000 1 VA | A115 | more than `PT168H` before",
                "5504 2106-02-07T06:28:15.000 1 VA | A115 | more than `PT5M` after",
                "5504 2026-04-01T08:00:00.000 NaN VA | A103 | `NaN` is not a plain decimal number",
                "5504 2026-04-01T08:00:00.000 1e9 VA | A103 | `1e9` is not a plain decimal number",
                "5504 2026-04-01T08:00:00.000 -0.1 VA | A105 | is not between",
                "5504 2026-04-01T08:00:00.000 2000.1 VA | A105 | is not between",
            })
    void aRowThatMakesNoSenseIsRefusedAlone(String cells, String code, String why) {
        String[] cell = cells.split(" ");
        String row = """
                {"idsensore": "%s", "data": "%s", "valore": "%s", "stato": "%s", "idoperatore": "1"}
                """.formatted((Object[]) cell);
        Mapped mapped = map(AirFeed.preset("lombardy-live"), HOURS.replace("]", "," + row + "]"));
        assertThat(mapped.observations()).hasSize(2);
        DeadLetter letter = mapped.refused().get(0);
        assertThat(mapped.refused()).hasSize(1);
        assertThat(letter.code()).isEqualTo(code);
        assertThat(letter.reason()).startsWith("live:5 ").contains(why);
        assertThat(letter.text()).contains(cell[1]);
        assertThat(letter.source()).isEqualTo("air");
    }

    @Test
    void aNumberThatIsNoneCostsItsRowOnly() {
        Mapped mapped = map(AirFeed.preset("lombardy-live"), HOURS.replace("\"-9999\"", "NaN"));
        assertThat(mapped.observations()).hasSize(1);
        assertThat(mapped.refused()).extracting(DeadLetter::code).containsExactly("A103");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "<html>down for maintenance</html>   | is no JSON",
                "{\"error\": \"too many requests\"}  | has no array",
                "[{\"idsensore\": \"5504\"           | is no JSON",
                "[] []                               | is no JSON",
            })
    void aPayloadThatIsNoneIsRefusedAsAWhole(String text, String why) {
        Mapped mapped = map(AirFeed.preset("lombardy-live"), text);
        assertThat(mapped.observations()).isEmpty();
        assertThat(mapped.refused()).hasSize(1);
        assertThat(mapped.refused().get(0).code()).isEqualTo("A109");
        assertThat(mapped.refused().get(0).reason()).contains(why);
        assertThat(mapped.refused().get(0).text()).isEqualTo(text);
    }

    @Test
    void anyTableOfAnyAgencyIsData() {
        AirFeed feed = AirFeed.builder()
                .csv('\t', ',')
                .field("station", "{place}-{point}")
                .field("date", "giorno")
                .field("time", "ora")
                .field("unit", "um")
                .field("value", "v")
                .times("dd/MM/uuuu HH:mm", ZoneId.of("Europe/Rome"))
                .measure("NO2", "nitrogenHourMean", "ug/m3", AirFeed.Mean.MOMENT)
                .twin("it.x:{station}")
                .build();
        String head = "place\tpoint\tgiorno\tora\tum\tv\n";
        Mapped mapped = map(
                feed,
                head + "a\t1\t29/03/2026\t01:59\tµg/m³\t1,5\n"
                        // On that night clocks went from 2 to 3.
                        + "a\t1\t29/03/2026\t02:30\tug/m3\t2,5\n"
                        + "a\t1\t29/03/2026\t03:00\tug/m3\t1.000,5\n"
                        + "a\t1\t29/03/2026\t04:00\tug/m3\t3,5\n"
                        + "a\t\t29/03/2026\t05:00\tug/m3\t3,5\n");
        assertThat(mapped.observations())
                .extracting(Observation::measuredAt)
                .containsExactly(Instant.parse("2026-03-29T00:59:00Z"), Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(mapped.refused()).extracting(DeadLetter::code).containsExactlyInAnyOrder("A102", "A103", "A108");
        assertThat(map(feed, head.replace("um", "unit")).refused())
                .extracting(DeadLetter::code)
                .containsExactly("A109");
    }

    /** The first of two rows that differ counts; one that is said again says nothing. */
    @Test
    void theSameRowTwiceIsOneObservation() {
        AirFeed feed = AirFeed.preset("comune-milano");
        String head = "stazione_id;data;inquinante;valore\n";
        Mapped mapped = map(
                feed, head + "2;2026-04-01;PM10;20\n2;2026-04-01;PM10;20.0\n2;2026-04-01;PM10;\n2;2026-04-01;NO2;9\n");
        assertThat(mapped.observations()).singleElement().satisfies(seen -> {
            assertThat(seen.measuredAt()).isEqualTo(Instant.parse("2026-03-30T22:00:00Z"));
            assertThat(seen.value()).contains(Quantity.of(20, Unit.MICROGRAM_PER_CUBIC_METRE));
        });
        assertThat(mapped.refused()).extracting(DeadLetter::code).containsExactly("A107");
        assertThat(map(feed, head + "2;2026-04-01;Radon;20\n").refused())
                .extracting(DeadLetter::code)
                .containsExactly("A111");
    }

    /** A day that came empty and again with its value is not lost. */
    @Test
    void aValueFillsARowThatWasEmpty() {
        String rows = "stazione_id;data;inquinante;valore\n2;2026-04-01;PM10;\n2;2026-04-01;PM10;20\n";
        Mapped mapped = map(AirFeed.preset("comune-milano"), rows);
        assertThat(mapped.observations().get(0).value()).contains(Quantity.of(20, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(mapped.refused())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason())
                        .startsWith("live:2 ")
                        .contains("already has `20 ug/m3`", "here `missing`"));
    }

    /** A day of the city is not always the day in Greenwich. */
    @Test
    void aDayWithAnOffsetIsADayOfTheCity() {
        AirFeed feed = AirFeed.builder()
                .times("uuuu-MM-dd'T'HH:mmX", ZoneId.of("Europe/Rome"))
                .measure("PM10", "pm10", "ug/m3", AirFeed.Mean.DAY)
                .twin("it.milano:air-{station}")
                .build();
        assertThat(map(feed, "station,date,value\n2,2026-03-31T22:00Z,20\n").observations())
                .singleElement()
                .extracting(Observation::measuredAt)
                .isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
    }

    @Test
    void aMeanWithAllItsDigitsIsRounded() {
        String rows = "stazione_id;data;inquinante;valore\n2;2026-04-01;SO2;0.0868055555555556\n";
        assertThat(map(AirFeed.preset("comune-milano"), rows)
                        .observations()
                        .get(0)
                        .value())
                .contains(Quantity.of("0.086805555556", Unit.MICROGRAM_PER_CUBIC_METRE));
    }

    @Test
    void aLetterInAnotherCodingCostsItsRowOnly() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "stazione_id;data;inquinante;valore\r\n2;2026-04-01;PM10;20\r\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("citt\u00E0;2026-04-01;PM10;20\r\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("3;2026-04-01;PM10;20\r\n".getBytes(StandardCharsets.UTF_8));
        Mapped mapped = map(AirFeed.preset("comune-milano"), ByteBuffer.wrap(bytes.toByteArray()));
        assertThat(mapped.observations()).hasSize(2);
        assertThat(mapped.refused()).extracting(DeadLetter::code).containsExactly("A114");
    }

    @Test
    void deadLettersCommandNoTerminalAndEnd() {
        String row = "2;2026-04-01;PM10;\u001B[2J" + "9".repeat(100_000) + "\n";
        Mapped mapped = map(AirFeed.preset("comune-milano"), "stazione_id;data;inquinante;valore\n" + row);
        assertThat(mapped.refused()).singleElement().satisfies(letter -> {
            assertThat(letter.text()).doesNotContain("\u001B").hasSizeLessThan(5_000);
            assertThat(letter.reason()).doesNotContain("\u001B").hasSizeLessThan(5_000);
        });
    }

    /** Whatever comes, nothing is thrown. */
    @Test
    void noiseThrowsNothing() {
        Random random = new Random(17);
        List<AirFeed> feeds = AirFeed.presets().stream()
                .filter(name -> !name.equals("generic"))
                .map(AirFeed::preset)
                .toList();
        byte[][] starts = {
            HOURS.getBytes(StandardCharsets.UTF_8),
            "stazione_id;data;inquinante;valore\n2;2026-04-01;PM10;20\n3;2026-04-01;PM10;\"2;0\n"
                    .getBytes(StandardCharsets.UTF_8)
        };
        for (int round = 0; round < 3_000; round++) {
            byte[] noise = starts[round % starts.length].clone();
            for (int hits = random.nextInt(8); hits >= 0; hits--) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            AirFeed feed = feeds.get(random.nextInt(feeds.size()));
            Mapped mapped = map(feed, ByteBuffer.wrap(noise));
            assertThat(mapped.observations().size() + mapped.refused().size()).isLessThan(50);
        }
    }

    private static Mapped map(AirFeed feed, String text) {
        return map(feed, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Mapped map(AirFeed feed, ByteBuffer content) {
        AirSensors sensors = AirSensors.read(
                "sensors.json",
                ByteBuffer.wrap(SENSORS.getBytes(StandardCharsets.UTF_8)),
                AirSensors.Form.lombardy(AirFeed.Format.JSON));
        return new AirMapper("air", feed, sensors).map(new Payload("live", content, NOW));
    }
}
