package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.core.model.TwinId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A keeper whose failures do not stop the mirror. Safe for use by many threads. */
record Shielded(Keeper keeper) implements Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Shielded.class);

    @Override
    public CompletionStage<Boolean> missing(TwinId thing) {
        try {
            return keeper.missing(thing);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    @Override
    public void acknowledged(TwinId thing, long revision) {
        told(() -> keeper.acknowledged(thing, revision));
    }

    @Override
    public void refused(TwinId thing, ObjectNode patch, Answer answer) {
        told(() -> keeper.refused(thing, patch, answer));
    }

    private static void told(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failure) {
            LOG.error("A keeper failed; the mirror goes on.", failure);
        }
    }
}
