package io.citytwin.adapter.dittotck;

import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import org.jspecify.annotations.Nullable;

/** Over HTTP. */
record HttpLine(Http http) implements Line {

    @Override
    public Reply send(String action, String address, @Nullable String value, String... headers) {
        String body = value == null ? null : Json.of(value).toString();
        String method = switch (action) {
            case "modify" -> "PUT";
            case "merge" -> "PATCH";
            case "delete" -> "DELETE";
            default -> "GET";
        };
        return http.send(method, "things/" + address, body, headers);
    }

    @Override
    public Reply select(String address, String fields) {
        return http.get("things/" + address + "?fields=" + fields);
    }
}
