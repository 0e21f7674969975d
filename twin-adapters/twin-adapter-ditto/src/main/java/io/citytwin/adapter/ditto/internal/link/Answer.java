package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What Ditto said to a command; also a refusal is an answer. Immutable.
 *
 * @param status such as 200, 201, 204, 404, 412
 * @param value what was read, or Ditto's error object
 * @param headers in lower case
 */
public record Answer(int status, Optional<JsonNode> value, Map<String, String> headers) {

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /**
     * Whether the command was done.
     *
     * @return true below 400
     */
    public boolean done() {
        return status < 400;
    }

    /**
     * Ditto's error code.
     *
     * @return such as {@code things:condition.failed}; empty if it was done
     */
    public String error() {
        return done() ? "" : value.map(json -> json.path("error").asText("")).orElse("");
    }

    /**
     * The revision of the Thing after the command.
     *
     * @return empty if Ditto does not say
     */
    public OptionalLong revision() {
        String text = headers.getOrDefault("entity-revision", "");
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
