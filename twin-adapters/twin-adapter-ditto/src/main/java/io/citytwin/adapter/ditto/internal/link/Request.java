package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.model.TwinId;
import java.util.Map;
import java.util.Optional;

/**
 * A command on a Thing. Immutable.
 *
 * @param thing which
 * @param action what to do
 * @param path of the part, such as {@code /} or {@code /features/state/properties}
 * @param value new value or patch; empty for reading and deleting
 * @param headers such as {@code condition}, {@code if-match}, {@code correlation-id}, {@code put-metadata}
 */
public record Request(TwinId thing, Action action, String path, Optional<JsonNode> value, Map<String, String> headers) {

    /** Copies the headers. */
    public Request {
        headers = Map.copyOf(headers);
    }

    /** What a command does. */
    public enum Action {
        /** Makes a new Thing. */
        CREATE,
        /** Puts a part in place. */
        MODIFY,
        /** Applies a merge patch. */
        MERGE,
        /** Reads. */
        RETRIEVE,
        /** Takes away. */
        DELETE
    }
}
