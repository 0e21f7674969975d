package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.down.Uplink;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.up.Keeper;
import io.citytwin.adapter.ditto.internal.up.Mirror;
import io.citytwin.adapter.ditto.internal.up.MirrorMetrics;
import io.citytwin.adapter.ditto.internal.up.MirrorSettings;
import io.citytwin.core.model.TwinId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings patches to Ditto through a mirror, and has missing Things made. Safe for use by many threads. */
final class MirrorUplink implements Uplink, Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(DittoAdapter.class);

    private final Mirror mirror;
    private final Function<TwinId, CompletionStage<Boolean>> maker;

    MirrorUplink(String name, Link link, Function<TwinId, CompletionStage<Boolean>> maker) {
        this.maker = maker;
        // Two mirrors of one name must not take each other's answers.
        mirror = new Mirror(link, MirrorSettings.standard(name + "-up-" + UUID.randomUUID()), this);
    }

    /** What was written so far. */
    DittoHealth.Writes writes() {
        MirrorMetrics done = mirror.metrics();
        return new DittoHealth.Writes(
                done.offered(),
                done.coalesced(),
                done.sent(),
                done.acknowledged(),
                done.overtaken(),
                done.refused(),
                done.retried(),
                done.waiting(),
                done.flying());
    }

    @Override
    public void offer(TwinId thing, ObjectNode patch) {
        mirror.offer(thing, patch);
    }

    @Override
    public CompletableFuture<Void> drained() {
        return mirror.drained();
    }

    @Override
    public void resume() {
        mirror.connected();
    }

    @Override
    public void lost() {
        mirror.lost();
    }

    @Override
    public void close() {
        mirror.close();
    }

    @Override
    public CompletionStage<Boolean> missing(TwinId thing) {
        return maker.apply(thing);
    }

    @Override
    public void acknowledged(TwinId thing, long revision) {
        LOG.trace("`{}` has revision {}.", thing, revision);
    }

    @Override
    public void refused(TwinId thing, ObjectNode patch, Answer answer) {
        LOG.warn("A change of `{}` was refused with `{} {}`.", thing, answer.status(), answer.error());
    }
}
