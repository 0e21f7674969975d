package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.MqttReport.Format;
import io.citytwin.core.error.CityTwinException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads payloads that strangers made. Safe for use by many threads. */
public final class Documents {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(64)
            .maxNameLength(256)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper CBOR = CBORMapper.builder(CBORFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    /**
     * Reads a payload.
     *
     * @param format what it should be
     * @param content its bytes
     * @return a text is one text
     * @throws CityTwinException {@code M702} if it is something else
     */
    public static JsonNode read(Format format, ByteBuffer content) {
        try {
            JsonNode read = switch (format) {
                case JSON -> JSON.readTree(text(content));
                case CBOR -> CBOR.readTree(bytes(content));
                case TEXT -> TextNode.valueOf(text(content).strip());
            };
            if (read.isMissingNode()) {
                throw unreadable("nothing stands in it");
            }
            return read;
        } catch (CharacterCodingException noText) {
            throw unreadable("it is no UTF-8");
        } catch (JsonProcessingException wrong) {
            throw unreadable(wrong.getOriginalMessage());
        } catch (IOException | ArithmeticException | IllegalArgumentException wrong) {
            throw unreadable(String.valueOf(wrong.getMessage()));
        }
    }

    private static CityTwinException unreadable(String why) {
        return new CityTwinException(
                MqttError.UNREADABLE,
                "The payload cannot be read: `" + why + "`.",
                "Maybe compare it with the mapping.");
    }

    // Decoded here: a parser that looks at bytes would guess other encodings, and let some broken signs through.
    private static String text(ByteBuffer content) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(content.duplicate()).toString();
    }

    /**
     * Copies bytes.
     *
     * @param content any
     * @return what remains in it
     */
    public static byte[] bytes(ByteBuffer content) {
        byte[] copy = new byte[content.remaining()];
        content.duplicate().get(copy);
        return copy;
    }
}
