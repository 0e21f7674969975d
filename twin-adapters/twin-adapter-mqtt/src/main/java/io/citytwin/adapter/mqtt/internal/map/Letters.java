package io.citytwin.adapter.mqtt.internal.map;

import io.citytwin.adapter.mqtt.MqttReport.Format;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.privacy.Redaction;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes down what could not be used, without secrets. Immutable.
 *
 * @param source the adapter's name
 * @param redaction knows the adapter's secrets
 */
public record Letters(String source, Redaction redaction) {

    private static final int LONGEST = 2_000;

    /**
     * A letter.
     *
     * @param wrong why
     * @param payload as it came
     * @param binary whether it is shown as hexadecimal digits
     * @return with topic and the payload's beginning
     */
    public DeadLetter of(CityTwinException wrong, Payload payload, boolean binary) {
        return of(wrong.code(), wrong.problem(), payload, binary);
    }

    /**
     * A letter.
     *
     * @param code what kind
     * @param reason one sentence with the values
     * @param payload as it came
     * @param binary whether it is shown as hexadecimal digits
     * @return with topic and the payload's beginning
     */
    public DeadLetter of(ErrorCode code, String reason, Payload payload, boolean binary) {
        ByteBuffer content = payload.content().duplicate();
        int length = Math.min(LONGEST, content.remaining());
        ByteBuffer head = content.slice(content.position(), length);
        String shown = binary
                ? HexFormat.of().formatHex(Documents.bytes(head))
                : StandardCharsets.UTF_8.decode(head).toString();
        String text = payload.address() + " " + shown + (length < content.remaining() ? "…" : "");
        return new DeadLetter(source, code.id(), redaction.of(reason), redaction.of(text), payload.receivedAt());
    }

    /**
     * Whether payloads of a format are shown as hexadecimal digits.
     *
     * @param format of payloads
     * @return false for what somebody can read
     */
    public static boolean isBinary(Format format) {
        return format == Format.CBOR;
    }
}
