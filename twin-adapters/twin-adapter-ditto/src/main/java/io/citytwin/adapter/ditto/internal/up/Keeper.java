package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.core.model.TwinId;
import java.util.concurrent.CompletionStage;

/**
 * What a mirror asks of the rest of the adapter, and what it tells it. Called on the link's thread and on the mirror's;
 * must not wait. Safe for use by many threads.
 */
public interface Keeper {

    /**
     * Ditto has no such Thing.
     *
     * @param thing to make
     * @return true when it is there now; false if there is no such twin, which makes the patch a dead letter
     */
    CompletionStage<Boolean> missing(TwinId thing);

    /**
     * A merge was done: its event does not come back, as Ditto tells a session nothing of what it did itself, but it
     * would to another.
     *
     * @param thing that was changed
     * @param revision it has now; 0 if Ditto does not say
     */
    void acknowledged(TwinId thing, long revision);

    /**
     * A merge will never be done.
     *
     * @param thing that was to be changed
     * @param patch that is lost
     * @param answer of Ditto
     */
    void refused(TwinId thing, ObjectNode patch, Answer answer);
}
