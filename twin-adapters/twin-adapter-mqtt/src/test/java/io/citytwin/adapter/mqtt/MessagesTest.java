package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices say, and what strangers say in their place. */
class MessagesTest {

    private static final String TOPIC = "city/lamps/lamp-1/state";
    private static final Mapping LAMPS = Mapping.of(
            "{topic: 'city/lamps/{lamp}/state', twin: 'milano:{lamp}', type: 'LampPost', time: {at: '/at', as: 'iso'},"
                    + " values: {power: {at: '/kw', unit: 'kW'}}}");

    private static Mapping lamps(String time, String values) {
        return Mapping.of("{topic: 'city/lamps/{lamp}/state', twin: 'milano:{lamp}', type: 'LampPost', time: " + time
                + ", values: {" + values + "}}");
    }

    private static String kilowatts(String number) {
        return "{\"kw\": " + number + ", \"at\": \"2026-11-30T11:59:00+01:00\"}";
    }

    @Test
    void aValueIsConvertedToThePropertysUnit() {
        Observation seen = LAMPS.one(TOPIC, kilowatts("0.0485"));
        assertThat(seen.twin()).hasToString("milano:lamp-1");
        assertThat(seen.value()).contains(Quantity.of("48.5", Unit.WATT));
        assertThat(seen.measuredAt()).isEqualTo(Instant.parse("2026-11-30T10:59:00Z"));
        assertThat(seen.receivedAt()).isEqualTo(Mapping.NOW);
        assertThat(seen.source()).isEqualTo("lamps");
        assertThat(seen.quality()).isEqualTo(Quality.GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "\"0.05\"",
                "true",
                "1e400",
                "1e999999999",
                "1e-999999999",
                "1000000000000000000",
                "[1]",
                "{}",
                "0.05}{",
                "0.05, \"kw\": 0.06",
                "1111111111111111111111111111111111111111111111111111111111111111111111",
                ""
            })
    void whatIsNoUsualNumberIsRefused(String number) {
        DeadLetter letter = LAMPS.letter(TOPIC, kilowatts(number));
        assertThat(letter.code()).isIn("M702", "M704");
        assertThat(letter.text()).startsWith(TOPIC + " {\"kw\": ");
        assertThat(letter.reason()).isNotBlank().hasSizeLessThan(500);
    }

    /** The largest and the smallest number that are still usual. */
    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "1e17", "-0.000000000000000000000000000001", "5E-9"})
    void whatIsAUsualNumberIsTaken(String number) {
        assertThat(LAMPS.one(TOPIC, kilowatts(number)).value()).isPresent();
    }

    @Test
    void nullSaysThatTheDeviceHasNoValue() {
        assertThat(LAMPS.one(TOPIC, kilowatts("null")).value()).isEmpty();
    }

    @Test
    void aDeepOrWideOrEmptyDocumentIsRefused() {
        String deep = "[".repeat(40) + "]".repeat(40);
        assertThat(LAMPS.letter(TOPIC, kilowatts(deep)).code()).isEqualTo("M702");
        String half = "[".repeat(30) + "]".repeat(30);
        assertThat(LAMPS.letter(TOPIC, kilowatts(half)).code()).isEqualTo("M704");
        assertThat(LAMPS.letter(TOPIC, "").code()).isEqualTo("M702");
        assertThat(LAMPS.letter(TOPIC, "x".repeat(65_537)).code()).isEqualTo("M703");
        assertThat(LAMPS.letter(TOPIC, "x".repeat(65_536)).code()).isEqualTo("M702");
        assertThat(LAMPS.letter(TOPIC, "x".repeat(65_537)).text()).hasSizeLessThan(4_002);
    }

    @Test
    void brokenTextIsRefused() {
        for (int[] broken : new int[][] {{0xC3, 0x28}, {0xED, 0xA0, 0x80}, {0xC0, 0xAF}, {0xFF, 0xFE, 0x7B, 0x00}}) {
            byte[] bytes = new byte[broken.length];
            for (int i = 0; i < broken.length; i++) {
                bytes[i] = (byte) broken[i];
            }
            assertThat(LAMPS.letter(TOPIC, bytes).reason()).contains("UTF-8");
        }
    }

    @Test
    void commandsForATerminalAreShownAndNotObeyed() {
        DeadLetter letter = LAMPS.letter(TOPIC, "\u001b[2J{\"password\": \"hunter2\"");
        assertThat(letter.text())
                .contains("\\u001B[2J")
                .doesNotContain("\u001b")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:05:00Z, true",
        "2026-11-30T12:05:01Z, false",
        "2026-10-31T12:00:00Z, true",
        "2026-10-31T11:59:59Z, false",
        "1970-01-01T00:00:07Z, false",
        "2106-02-07T06:28:15Z, false",
        "2026-11-30T12:00:00, false",
        "yesterday, false",
        "+999999999-12-31T23:59:59Z, false"
    })
    void aTimeThatNobodyBelievesIsRefused(String at, boolean believed) {
        Mapped mapped = LAMPS.read(TOPIC, "{\"kw\": 1, \"at\": \"" + at + "\"}");
        assertThat(mapped.observations()).hasSize(believed ? 1 : 0);
        assertThat(mapped.refused())
                .extracting(DeadLetter::code)
                .containsExactly(believed ? new String[0] : new String[] {"M705"});
    }

    @ParameterizedTest
    @CsvSource({
        "epoch-seconds, 1796040000, 2026-11-30T12:00:00Z",
        "epoch-seconds, 1796039999.25, 2026-11-30T11:59:59.250Z",
        "epoch-millis, 1796039999250, 2026-11-30T11:59:59.250Z",
        "epoch-millis, 1796040000, ''",
        "epoch-seconds, 1e300, ''",
        "epoch-seconds, 9e11, ''",
        "epoch-seconds, '\"1796040000\"', ''"
    })
    void timesMayBeNumbers(String as, String number, String expected) {
        Mapping lamps = lamps("{at: '/at', as: '" + as + "'}", "power: {at: '/w', unit: 'W'}");
        Mapped mapped = lamps.read(TOPIC, "{\"w\": 1, \"at\": " + number + "}");
        assertThat(mapped.observations())
                .extracting(seen -> seen.measuredAt().toString())
                .containsExactly(expected.isEmpty() ? new String[0] : new String[] {expected});
    }

    @Test
    void theTimeOfReceiptCountsOnlyIfThatIsSaid() {
        Mapping lamps = lamps("'received'", "power: {at: '/w', unit: 'W'}");
        assertThat(lamps.one(TOPIC, "{\"w\": 1}").measuredAt()).isEqualTo(Mapping.NOW);
        assertThat(LAMPS.letter(TOPIC, "{\"kw\": 1}").code()).isEqualTo("M705");
    }

    @Test
    void aMessageMayCarrySomeValuesOnly() {
        Mapping lamps = lamps(
                "'received'",
                "power: {at: '/w', unit: 'W', optional: true}, energy: {at: '/wh', unit: 'kWh', scale: 0.001},"
                        + " controlWorks: {at: '/mode', map: {ON: 'true', '0': 'false'}, optional: true}");
        Mapped all = lamps.read(TOPIC, "{\"w\": 1, \"wh\": 2500, \"mode\": 0}");
        assertThat(all.observations())
                .extracting(seen -> seen.value().orElseThrow())
                .containsExactlyInAnyOrder(
                        new Value.Flag(false), Quantity.of("2.5", Unit.KILOWATT_HOUR), Quantity.of(1, Unit.WATT));
        Mapped some = lamps.read(TOPIC, "{\"w\": 1}");
        assertThat(some.observations()).hasSize(1);
        assertThat(some.refused()).hasSize(1);
        assertThat(some.refused().get(0).reason()).contains("`/wh`", "`energy`");
        Mapped odd = lamps.read(TOPIC, "{\"wh\": 1, \"mode\": \"LOUD\"}");
        assertThat(odd.refused().get(0).reason()).contains("LOUD");
        assertThat(odd.observations()).hasSize(1);
    }

    @Test
    void qualityMayStandInTheMessage() {
        Mapping lamps = Mapping.of("{topic: 'a/{lamp}', twin: 'milano:{lamp}', type: 'LampPost', time: 'received',"
                + " quality: {at: '/q', map: {'0': 'good', '1': 'bad'}}, values: {power: {at: '/w', unit: 'W'}}}");
        assertThat(lamps.one("a/l", "{\"w\": 1, \"q\": 1}").quality()).isEqualTo(Quality.BAD);
        assertThat(lamps.letter("a/l", "{\"w\": 1, \"q\": 2}").code()).isEqualTo("M704");
    }

    @Test
    void theTwinMayStandInTheMessage() {
        Mapping lamps = Mapping.of("{topic: 'a/#', twin: 'milano:{/id}', type: 'LampPost', time: 'received',"
                + " devices: {'MILANO:7': 'it.milano:lamp-7'}, values: {power: {at: '/w', unit: 'W'}}}");
        assertThat(lamps.one("a/b/c", "{\"w\": 1, \"id\": \"x\"}").twin()).hasToString("milano:x");
        assertThat(lamps.one("a/b/c", "{\"w\": 1, \"id\": 7}").twin()).hasToString("it.milano:lamp-7");
        assertThat(lamps.letter("a/b/c", "{\"w\": 1, \"id\": \"a b\"}").code()).isEqualTo("M706");
        assertThat(lamps.letter("a/b/c", "{\"w\": 1, \"id\": {}}").code()).isEqualTo("M706");
        assertThat(lamps.letter("a/b/c", "{\"w\": 1, \"id\": \"%s\"}".formatted("x".repeat(300)))
                        .code())
                .isEqualTo("M706");
    }

    @Test
    void cborIsReadWithTheSamePointers() throws Exception {
        Mapping lamps = Mapping.of("{topic: 'a/{lamp}', twin: 'milano:{lamp}', type: 'LampPost', format: 'cbor',"
                + " time: 'received', values: {power: {at: '/w', unit: 'W'}}}");
        ObjectMapper cbor = new CBORMapper();
        Mapped mapped = lamps.read("a/l", cbor.writeValueAsBytes(Map.of("w", 48.5)));
        assertThat(mapped.observations().get(0).value()).contains(Quantity.of("48.5", Unit.WATT));
        assertThat(lamps.letter("a/l", cbor.writeValueAsBytes(Map.of("w", Double.NaN)))
                        .code())
                .isEqualTo("M704");
        assertThat(lamps.letter("a/l", new byte[] {(byte) 0xBF}).text()).isEqualTo("a/l bf");
    }

    @Test
    void oneTextIsOneValue() {
        Mapping lamps = Mapping.of("{topic: 'a/{lamp}', twin: 'milano:{lamp}', type: 'LampPost', format: 'text',"
                + " time: 'received', values: {power: {unit: 'W'}}}");
        assertThat(lamps.one("a/l", " 48.5\n").value()).contains(Quantity.of("48.5", Unit.WATT));
        assertThat(lamps.letter("a/l", "NaN").code()).isEqualTo("C103");
        assertThat(lamps.letter("a/l", "1e3").code()).isEqualTo("C103");
    }

    /** Whatever comes, it is an observation or a letter, and never an exception. */
    @Test
    void nothingThatComesIsThrown() {
        Random random = new Random(7);
        byte[] good = kilowatts("0.05").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Mapped mapped = LAMPS.read(TOPIC, bytes);
            assertThat(mapped.observations().size() + mapped.refused().size()).isEqualTo(1);
        }
    }

    @Test
    void aClockMayBeAllowedToBeFurtherOff() {
        Mapping lamps = Mapping.of("{topic: 'a/{lamp}', twin: 'milano:{lamp}', type: 'LampPost', time: {at: '/at', as:"
                + " 'iso'}, skew: {ahead: 'PT1H', behind: 'PT1H'}, values: {power: {at: '/w', unit: 'W'}}}");
        Instant early = Mapping.NOW.minus(Duration.ofHours(1));
        assertThat(lamps.one("a/l", "{\"w\": 1, \"at\": \"" + early + "\"}").measuredAt())
                .isEqualTo(early);
        assertThat(lamps.letter("a/l", "{\"w\": 1, \"at\": \"" + early.minusSeconds(1) + "\"}")
                        .code())
                .isEqualTo("M705");
    }
}
