package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.PayloadCodec;
import io.citytwin.core.error.CityTwinException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Opens what a LoRaWAN network server wraps around the bytes of a device. Members that are empty or zero are left out
 * there, so whatever is missing has that value. Immutable.
 */
public final class Uplink {

    /** ChirpStack 4, integration over MQTT with JSON. */
    public static final Uplink CHIRPSTACK =
            new Uplink(List.of("/deviceInfo/devEui"), "/object", "/data", "/fPort", List.of("/time"));

    /** The Things Stack 3. */
    public static final Uplink THINGS_STACK = new Uplink(
            List.of("/end_device_ids/dev_eui", "/end_device_ids/device_id"),
            "/uplink_message/decoded_payload",
            "/uplink_message/frm_payload",
            "/uplink_message/f_port",
            List.of("/uplink_message/received_at", "/received_at"));

    private final List<JsonPointer> devices;
    private final JsonPointer decoded;
    private final JsonPointer bytes;
    private final JsonPointer port;
    private final List<JsonPointer> times;

    private Uplink(List<String> devices, String decoded, String bytes, String port, List<String> times) {
        this.devices = devices.stream().map(JsonPointer::compile).toList();
        this.decoded = JsonPointer.compile(decoded);
        this.bytes = JsonPointer.compile(bytes);
        this.port = JsonPointer.compile(port);
        this.times = times.stream().map(JsonPointer::compile).toList();
    }

    /**
     * Opens an envelope.
     *
     * @param root the whole message
     * @param codec for bytes that the server did not decode
     * @return what stood in it
     * @throws CityTwinException {@code M704} if nobody can decode it
     */
    public Opened open(JsonNode root, Optional<PayloadCodec> codec) {
        List<String> ids = devices.stream()
                .map(root::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
        JsonNode time = times.stream()
                .map(root::at)
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElse(root.at("/no time at all"));
        JsonNode values = root.at(decoded);
        return new Opened(values.isObject() ? values : decode(root, codec), ids, time);
    }

    private JsonNode decode(JsonNode root, Optional<PayloadCodec> codec) {
        if (codec.isEmpty()) {
            throw wrong("The server did not decode the device's bytes `"
                    + root.at(bytes).asText() + "`.");
        }
        try {
            byte[] told = Base64.getDecoder().decode(root.at(bytes).asText());
            ByteBuffer content = ByteBuffer.wrap(told).asReadOnlyBuffer();
            return codec.get().decode(root.at(port).asInt(0), content);
        } catch (Exception failure) {
            throw wrong(
                    "`" + codec.get().name() + "` cannot decode the device's bytes: `" + failure.getMessage() + "`.");
        }
    }

    private static CityTwinException wrong(String problem) {
        return new CityTwinException(
                MqttError.VALUE, problem, "Maybe give the server a decoder, or the mapping a `codec`.");
    }
}
