package io.citytwin.adapter.dittotck;

import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Over a WebSocket. */
record SocketLine(Session session) implements Line {

    @Override
    public Reply send(String action, String address, @Nullable String value, String... headers) {
        int slash = address.indexOf('/');
        String thing = slash < 0 ? address : address.substring(0, slash);
        String path = slash < 0 ? "/" : address.substring(slash);
        String[] all = action.equals("merge")
                ? Stream.concat(Stream.of("content-type", "application/merge-patch+json"), List.of(headers).stream())
                        .toArray(String[]::new)
                : headers;
        return session.ask(topic(thing, action), path, value == null ? null : Json.of(value), all);
    }

    @Override
    public Reply select(String address, String fields) {
        return retrieve(address, "fields", fields);
    }

    static String topic(String thing, String action) {
        return thing.replaceFirst(":", "/") + "/things/twin/commands/" + action;
    }
}
