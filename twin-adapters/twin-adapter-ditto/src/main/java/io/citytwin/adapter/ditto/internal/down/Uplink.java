package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.TwinId;
import java.util.concurrent.CompletableFuture;

/** Takes patches of Things and brings them to Ditto, each at least once. Safe for use by many threads. */
public interface Uplink {

    /**
     * Takes a patch; several of one Thing may be sent as one.
     *
     * @param thing which
     * @param patch of the whole Thing
     */
    void offer(TwinId thing, ObjectNode patch);

    /**
     * Waits until all that was offered before was taken by Ditto.
     *
     * @return completes then, which may be long while there is no connection
     */
    CompletableFuture<Void> drained();

    /** Begins to send again what could not be sent. */
    void resume();

    /** Sends nothing until {@link #resume}. */
    void lost();

    /** Ends. */
    void close();
}
