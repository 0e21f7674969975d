package io.citytwin.adapter.dittotck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.assertj.core.api.AbstractLongAssert;

/**
 * What a Ditto said, whichever way. Immutable.
 *
 * @param topic of a frame; empty over HTTP
 * @param path of a frame; empty over HTTP
 * @param status 0 if a frame has none
 * @param value of a frame, or the body; missing if there is none
 * @param headers by lower-case name
 * @param whole all of it, for {@code extra}, {@code revision} and messages
 */
public record Reply(
        String topic, String path, int status, JsonNode value, Map<String, String> headers, JsonNode whole) {

    /**
     * A header.
     *
     * @param name in lower case
     * @return empty if it is not there
     */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /**
     * The ETag.
     *
     * @return empty if there is none
     */
    public String etag() {
        return header("etag");
    }

    /**
     * Checks the status.
     *
     * @param expected the status
     * @return this
     */
    public Reply is(int expected) {
        assertThat(status).as("status of %s", this).isEqualTo(expected);
        return this;
    }

    /**
     * Checks status and value.
     *
     * @param expected the status
     * @param lenient the value, see {@link Json#of}
     * @return this
     */
    public Reply is(int expected, String lenient) {
        return is(expected, Json.of(lenient));
    }

    /**
     * Checks status and value.
     *
     * @param expected the status
     * @param json the value
     * @return this
     */
    public Reply is(int expected, JsonNode json) {
        is(expected);
        assertThat(Numbers.plain(value)).as("value of %s", this).isEqualTo(Numbers.plain(json));
        return this;
    }

    /**
     * Checks that nothing but a status came.
     *
     * @param expected the status
     * @return this
     */
    public Reply isEmpty(int expected) {
        is(expected);
        assertThat(value.isMissingNode()).as("no value in %s", this).isTrue();
        return this;
    }

    /**
     * Checks an error: its status, its code and that it has a message.
     *
     * @param expected the status
     * @param code such as {@code things:thing.notfound}
     * @return this
     */
    public Reply refused(int expected, String code) {
        is(expected);
        assertThat(value.path("error").asText()).as("error of %s", this).isEqualTo(code);
        assertThat(value.path("status").asInt()).as("status in %s", this).isEqualTo(expected);
        assertThat(value.path("message").asText()).as("message of %s", this).isNotBlank();
        if (!topic.isEmpty()) {
            assertThat(topic).as("topic of %s", this).endsWith("/errors");
        }
        return this;
    }

    /**
     * The revision: of an event, of the header {@code entity-revision}, or of an ETag {@code "rev:N"}.
     *
     * @return -1 if it says none
     */
    public long revision() {
        if (whole.path("revision").isNumber()) {
            return whole.path("revision").asLong();
        }
        if (!header("entity-revision").isEmpty()) {
            return Long.parseLong(header("entity-revision"));
        }
        return etag().startsWith("\"rev:") ? Long.parseLong(etag().replaceAll("\\D", "")) : -1;
    }

    /**
     * Asserts about the revision.
     *
     * @return to go on
     */
    public AbstractLongAssert<?> assertRevision() {
        return assertThat(revision()).as("revision of %s", this);
    }

    /**
     * Whether a text occurs anywhere.
     *
     * @param text to look for
     * @return true if it is in the headers or in the rest
     */
    public boolean mentions(String text) {
        return whole.toString().contains(text) || headers.toString().contains(text);
    }
}
