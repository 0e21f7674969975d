package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Request;
import io.citytwin.core.model.TwinId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * A link that writes the revisions of its own commands into the ledger, whoever sends them. Safe for use by many threads.
 */
public final class OwnWrites implements Link {

    private final Link link;
    private final Ledger ledger;
    private final Ended ended;

    /**
     * Watches a link.
     *
     * @param link that does the work
     * @param ledger where revisions are noted
     * @param ended hears of each Thing on which a command ended
     */
    public OwnWrites(Link link, Ledger ledger, Ended ended) {
        this.link = link;
        this.ledger = ledger;
        this.ended = ended;
    }

    @Override
    public CompletableFuture<Void> open(Listener listener) {
        return link.open(listener);
    }

    @Override
    public boolean connected() {
        return link.connected();
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        if (request.action() == Request.Action.RETRIEVE) {
            return link.send(request);
        }
        ledger.begin(request.thing());
        return link.send(request).whenComplete((answer, lost) -> {
            boolean done = lost == null && answer.done();
            OptionalLong revision = done ? answer.revision() : OptionalLong.empty();
            ledger.end(request.thing(), revision);
            ended.ended(request.thing(), revision);
        });
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
        return link.send(message);
    }

    @Override
    public void reply(Message message, int status, Optional<JsonNode> value) {
        link.reply(message, status, value);
    }

    @Override
    public void close() {
        link.close();
    }

    /** Hears how own commands end. For one thread at a time. */
    public interface Ended {
        /**
         * A command ended.
         *
         * @param thing on which
         * @param revision after it; empty if it did nothing, or nobody knows
         */
        void ended(TwinId thing, OptionalLong revision);
    }
}
