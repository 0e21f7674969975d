package io.citytwin.adapter.dittoembedded.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonPointer;

/** Writes where something new can be found. Immutable. */
final class Locations {

    private Locations() {}

    /** A URL on the host that the client asked; a path if it named none. */
    static String of(ApiRequest request, String kind, CharSequence id, JsonPointer part) {
        StringBuilder to = new StringBuilder();
        request.header("host")
                .filter(host -> host.matches("[\\w.:\\[\\]-]{1,300}"))
                .ifPresent(host -> to.append("http://").append(host));
        to.append("/api/2/").append(kind).append('/').append(escape(id.toString()));
        for (JsonKey key : part) {
            to.append('/').append(escape(key.toString()));
        }
        return to.toString();
    }

    private static String escape(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
