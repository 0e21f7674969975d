package io.citytwin.adapter.dittotck;

import io.citytwin.adapter.dittotck.internal.Reply;
import org.jspecify.annotations.Nullable;

/** Commands on Things, over HTTP or over a WebSocket. */
interface Line {

    /**
     * Sends a command.
     *
     * @param action {@code modify}, {@code merge}, {@code retrieve} or {@code delete}
     * @param address Thing and path, such as {@code ns:name/attributes/a}
     * @param value lenient JSON; null for none
     * @param headers name, value, ..
     */
    Reply send(String action, String address, @Nullable String value, String... headers);

    /** What a header or parameter {@code fields} selects. */
    Reply select(String address, String fields);

    default Reply modify(String address, String value, String... headers) {
        return send("modify", address, value, headers);
    }

    default Reply merge(String address, String value, String... headers) {
        return send("merge", address, value, headers);
    }

    default Reply retrieve(String address, String... headers) {
        return send("retrieve", address, null, headers);
    }

    default Reply delete(String address, String... headers) {
        return send("delete", address, null, headers);
    }
}
