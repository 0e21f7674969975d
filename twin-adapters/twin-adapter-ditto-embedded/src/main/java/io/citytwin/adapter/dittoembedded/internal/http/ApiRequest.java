package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose caller is known. Immutable.
 *
 * @param method in upper case
 * @param path decoded segments, without {@code api/2}
 * @param query decoded parameters
 * @param headers by name in lower case
 * @param body what was sent; empty if nothing
 * @param caller who asks
 */
public record ApiRequest(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Body body,
        Caller caller) {

    /** Copies the collections. */
    public ApiRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A header. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A parameter; an empty one counts as none. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The content type without its parameters, in lower case; empty if none. */
    String contentType() {
        String full = header("content-type").orElse("");
        int end = full.indexOf(';');
        return (end < 0 ? full : full.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether server-sent events are asked for. */
    boolean wantsEvents() {
        return header("accept").orElse("").contains("text/event-stream");
    }

    /** The same with parameters of a form. */
    ApiRequest withQuery(Map<String, String> other) {
        return new ApiRequest(method, path, other, headers, body, caller);
    }
}
