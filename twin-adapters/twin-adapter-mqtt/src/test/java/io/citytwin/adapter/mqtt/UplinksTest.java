package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Uplinks as the documentation of both servers shows them. */
class UplinksTest {

    private static final String CHIRPSTACK = "application/8f1/device/0101010101010101/event/up";
    private static final String THINGS = "v3/air@milano/devices/station-1/up";
    private static final String VALUES =
            " values: {pm10: {at: '/pm10', unit: 'ug/m3'}, pm25DayMean: {at: '/pm25', unit: 'ug/m3', optional: true}}}";

    private static Mapping chirpstack(String more, PayloadCodec... codecs) {
        return Mapping.of("{preset: 'chirpstack-v4', type: 'AirStation', " + more + VALUES, codecs);
    }

    private static String up(String inner) {
        return """
                {"deduplicationId": "3ac7e3c4-4401-4b8d-9386-a5c902f9202d", "time": "2026-11-30T11:58:15.775023242+00:00",
                 "deviceInfo": {"applicationId": "8f1", "deviceName": "air", "devEui": "0101010101010101"},
                 "devAddr": "00189440", "dr": 1, %s
                 "rxInfo": [{"gatewayId": "0016c001f153a14c", "rssi": -57, "snr": 10.5}], "txInfo": {"frequency": 868300000}}
                """.formatted(inner);
    }

    @Test
    void whatChirpstackDecodedIsRead() {
        Mapping air = chirpstack("devices: {'0101010101010101': 'milano:air-1'},");
        Observation seen = air.one(CHIRPSTACK, up("\"fPort\": 2, \"data\": \"qg==\", \"object\": {\"pm10\": 31.5},"));
        assertThat(seen.twin()).hasToString("milano:air-1");
        assertThat(seen.value()).contains(Quantity.of("31.5", Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(seen.measuredAt()).isEqualTo(Instant.parse("2026-11-30T11:58:15.775023242Z"));
    }

    @Test
    void aDeviceThatNobodyNamedIsALetter() {
        Mapping air = chirpstack("devices: {'0202020202020202': 'milano:air-1'},");
        assertThat(air.letter(CHIRPSTACK, up("\"object\": {\"pm10\": 1},")).reason())
                .contains("`0101010101010101`");
    }

    @Test
    void aTemplateMayLeadToTheTwin() {
        Mapping air = chirpstack("twin: 'milano:{device}',");
        assertThat(air.one(CHIRPSTACK, up("\"object\": {\"pm10\": 1},")).twin()).hasToString("milano:0101010101010101");
    }

    /** The server leaves out empty bytes and the port 0. */
    @Test
    void bytesThatTheServerDidNotDecodeGoToACodec() {
        Mapping air = chirpstack("twin: 'milano:{device}', codec: 'first',", new First());
        assertThat(air.one(CHIRPSTACK, up("\"fPort\": 2, \"data\": \"qg==\",")).value())
                .contains(Quantity.of(172, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(air.one(CHIRPSTACK, up("\"data\": \"qg==\",")).value())
                .contains(Quantity.of(170, Unit.MICROGRAM_PER_CUBIC_METRE));
        assertThat(air.letter(CHIRPSTACK, up("")).reason()).contains("`first` cannot decode");
        assertThat(air.letter(CHIRPSTACK, up("\"data\": \"%%\",")).code()).isEqualTo("M704");
        Mapping none = chirpstack("twin: 'milano:{device}',");
        assertThat(none.letter(CHIRPSTACK, up("\"data\": \"qg==\",")).reason()).contains("did not decode", "`qg==`");
    }

    @Test
    void whatTheThingsStackDecodedIsRead() {
        Mapping air = Mapping.of("{preset: 'things-stack-v3', type: 'AirStation', devices: {'70B3D57ED0000001':"
                + " 'milano:air-1', 'station-2': 'milano:air-2'}," + VALUES);
        String text = """
                {"end_device_ids": {"device_id": "%s", "application_ids": {"application_id": "air"}, %s "dev_addr": "260B"},
                 "correlation_ids": ["as:up:01"], "received_at": "2026-11-30T11:59:02.500Z",
                 "uplink_message": {"f_cnt": 1, "frm_payload": "qg==", "decoded_payload": {"pm10": 12, "pm25": 7},
                   "rx_metadata": [{"rssi": -35}], "received_at": "2026-11-30T11:59:01.250Z"}}
                """;
        Mapped told = air.read(THINGS, text.formatted("station-1", "\"dev_eui\": \"70b3d57ed0000001\","));
        assertThat(told.refused()).isEmpty();
        assertThat(told.observations()).hasSize(2).allSatisfy(seen -> {
            assertThat(seen.twin()).hasToString("milano:air-1");
            assertThat(seen.measuredAt()).isEqualTo(Instant.parse("2026-11-30T11:59:01.250Z"));
        });
        assertThat(air.read(THINGS, text.formatted("station-2", "")).observations())
                .extracting(seen -> seen.twin().toString())
                .containsOnly("milano:air-2");
    }

    /** Published payloads of real devices, decoded by a codec of the format that their vendor describes. */
    @Test
    void payloadsOfRealDevicesAreRead() throws IOException {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data/protocols/lorawan/decentlab_examples.jsonl"))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(found.isPresent(), "No `shared/data` above this module: the real payloads are not read.");
        Mapping air = chirpstack("twin: 'milano:{device}', codec: 'dl-pm',", new DecentlabPm());
        int read = 0;
        for (String line : Files.readAllLines(found.orElseThrow())) {
            JsonNode example = new ObjectMapper().readTree(line);
            if (example.path("model").asText().equals("DL-PM")) {
                String data = Base64.getEncoder()
                        .encodeToString(
                                HexFormat.of().parseHex(example.path("hex").asText()));
                Mapped told = air.read(CHIRPSTACK, up("\"fPort\": 1, \"data\": \"" + data + "\","));
                assertThat(told.observations().size() + told.refused().size()).isEqualTo(1);
                read += told.observations().size();
            }
        }
        assertThat(read).isPositive();
    }

    /** The first byte and the port. */
    private static final class First implements PayloadCodec {

        @Override
        public String name() {
            return "first";
        }

        @Override
        public JsonNode decode(int port, ByteBuffer bytes) {
            return JsonNodeFactory.instance.objectNode().put("pm10", (bytes.get(0) & 0xFF) + port);
        }
    }

    /** Version, device, flags; the first sensor has the battery, the second the particles. */
    private static final class DecentlabPm implements PayloadCodec {

        @Override
        public String name() {
            return "dl-pm";
        }

        @Override
        public JsonNode decode(int port, ByteBuffer bytes) {
            int flags = bytes.getShort(3);
            int at = 5 + ((flags & 1) == 0 ? 0 : 2);
            if ((flags & 2) == 0) {
                throw new IllegalArgumentException("no particles were counted");
            }
            // Mass of particles up to 10 micrometres is the fourth word, in tenths.
            return JsonNodeFactory.instance.objectNode().put("pm10", (bytes.getShort(at + 6) & 0xFFFF) / 10.0);
        }
    }
}
