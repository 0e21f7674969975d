package io.citytwin.adapter.dittotck.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Short JSON for tests. Safe for use by many threads. */
public final class Json {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final JsonMapper STRICT = new JsonMapper();

    private Json() {}

    /**
     * Reads what a test wrote, such as {@code {a: 'b'}}.
     *
     * @param lenient single quotes and bare names are fine
     * @return the value
     */
    public static JsonNode of(String lenient) {
        try {
            return LENIENT.readTree(lenient);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(lenient, e);
        }
    }

    /**
     * Reads what a test wrote, with words filled in.
     *
     * @param lenient a format of {@link String#format}
     * @param words the words
     * @return the value
     */
    public static JsonNode format(String lenient, Object... words) {
        return of(lenient.formatted(words));
    }

    /**
     * Reads what a server wrote.
     *
     * @param text anything
     * @return a missing node if it is no JSON
     */
    public static JsonNode answer(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * A new object.
     *
     * @return empty
     */
    public static ObjectNode object() {
        return STRICT.createObjectNode();
    }
}
