package io.citytwin.adapter.dittoembedded.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.ditto.json.JsonValue;

/**
 * What is answered: a body, nothing, or a stream of events. Immutable.
 *
 * @param status as HTTP numbers them
 * @param headers by name
 * @param body what to send
 * @param events opened after the head is sent
 * @param code of the error; empty if it is none
 */
public record ApiAnswer(
        int status, Map<String, String> headers, Optional<Body> body, Optional<EventStream> events, String code) {

    /** Copies the headers. */
    public ApiAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** An answer without a body. */
    static ApiAnswer empty(int status, Map<String, String> headers) {
        return new ApiAnswer(status, headers, Optional.empty(), Optional.empty(), "");
    }

    /** JSON. */
    static ApiAnswer json(int status, JsonValue value, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("content-type", "application/json");
        return new ApiAnswer(status, all, Optional.of(Body.of(value.toString())), Optional.empty(), "");
    }

    /** The same with one more header. */
    ApiAnswer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiAnswer(status, all, body, events, code);
    }

    /**
     * The same, with a stream of events that ends.
     *
     * @param over when
     * @return the same if it is no stream
     */
    public ApiAnswer until(BooleanSupplier over) {
        return new ApiAnswer(status, headers, body, events.map(stream -> stream.until(over)), code);
    }

    /** The same as an error. */
    ApiAnswer refusing(String error) {
        return new ApiAnswer(status, headers, body, events, error);
    }
}
