package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Ditto's HTTP API, for what its client cannot do. Safe for use by many threads. */
public interface Web {

    /**
     * One request.
     *
     * @param method such as {@code PUT}
     * @param path below {@code /api/2}, encoded, such as {@code /policies/it.milano:lamps}
     * @param body JSON; empty for none
     * @param headers such as {@code if-match}
     * @return the answer; completes exceptionally with {@link LinkLost} if none came
     */
    CompletableFuture<Answer> call(String method, String path, Optional<JsonNode> body, Map<String, String> headers);

    /**
     * Reads everything that a search finds, page by page with a cursor, of the current state; blocks.
     *
     * @param filter RQL; empty for all
     * @param namespaces empty for all
     * @param fields selector such as {@code thingId,_revision}; empty for all
     * @param reader takes each item
     * @throws LinkLost if a page does not come after some attempts
     */
    void search(String filter, String namespaces, String fields, Consumer<JsonNode> reader);
}
