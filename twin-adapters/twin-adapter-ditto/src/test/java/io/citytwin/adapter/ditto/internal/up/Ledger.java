package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.core.model.TwinId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what a mirror tells. */
final class Ledger implements Keeper {

    final Map<TwinId, Long> revisions = new ConcurrentHashMap<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final List<TwinId> missing = new CopyOnWriteArrayList<>();
    volatile Function<TwinId, CompletionStage<Boolean>> maker = thing -> CompletableFuture.completedStage(false);

    @Override
    public CompletionStage<Boolean> missing(TwinId thing) {
        missing.add(thing);
        return maker.apply(thing);
    }

    @Override
    public void acknowledged(TwinId thing, long revision) {
        revisions.merge(thing, revision, Math::max);
    }

    @Override
    public void refused(TwinId thing, ObjectNode patch, Answer answer) {
        refusals.add(thing + " " + answer.status() + " " + answer.error() + " " + patch);
    }
}
