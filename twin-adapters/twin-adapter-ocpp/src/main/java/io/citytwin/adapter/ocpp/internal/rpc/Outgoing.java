package io.citytwin.adapter.ocpp.internal.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls to one station: one is under way, the others wait. For one thread at a time. */
public final class Outgoing {

    private static final int MOST_WAITING = 100;

    private final ScheduledExecutorService loop;
    private final Duration patience;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable Link link;
    private @Nullable UnderWay underWay;

    private record Waiting(String action, ObjectNode payload, CompletableFuture<ObjectNode> answer) {}

    private record UnderWay(String id, CompletableFuture<ObjectNode> answer, Future<?> end) {}

    /**
     * No calls yet.
     *
     * @param loop its thread
     * @param patience how long a station may take
     */
    public Outgoing(ScheduledExecutorService loop, Duration patience) {
        this.loop = loop;
        this.patience = patience;
    }

    /**
     * From now on calls go over this connection.
     *
     * @param to the station
     */
    public void connected(Link to) {
        cut();
        link = to;
    }

    /** The connection is gone: whoever waits for an answer hears so. */
    public void cut() {
        link = null;
        UnderWay lost = underWay;
        underWay = null;
        if (lost != null) {
            lost.end.cancel(false);
            lost.answer.completeExceptionally(
                    new CallFailure(CallFailure.Why.SILENT, "The connection ended before the answer came."));
        }
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            one.answer.completeExceptionally(absent("The station is not connected."));
        }
    }

    /**
     * Whether nothing is under way and nothing waits.
     *
     * @return true if a call would go out at once
     */
    public boolean isFree() {
        return link != null && underWay == null && waiting.isEmpty();
    }

    /**
     * Calls the station, after all earlier calls.
     *
     * @param action what is asked
     * @param payload with what
     * @return the answer, or a {@link CallFailure}; completed on the executor's thread
     */
    public CompletableFuture<ObjectNode> call(String action, ObjectNode payload) {
        if (link == null) {
            return CompletableFuture.failedFuture(absent("The station is not connected."));
        } else if (waiting.size() >= MOST_WAITING) {
            return CompletableFuture.failedFuture(absent("`" + MOST_WAITING + "` calls wait for the station already."));
        }
        Waiting one = new Waiting(action, payload, new CompletableFuture<>());
        waiting.add(one);
        next();
        return one.answer;
    }

    private void next() {
        Link to = link;
        if (to == null || underWay != null) {
            return;
        }
        Waiting one = waiting.poll();
        if (one == null) {
            return;
        }
        String id = UUID.randomUUID().toString();
        underWay = new UnderWay(id, one.answer, later(() -> silent(id)));
        to.send(Frames.call(id, one.action, one.payload));
    }

    private Future<?> later(Runnable work) {
        try {
            return loop.schedule(work, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private void silent(String id) {
        UnderWay lost = underWay;
        if (lost != null && lost.id.equals(id)) {
            underWay = null;
            lost.answer.completeExceptionally(
                    new CallFailure(CallFailure.Why.SILENT, "No answer came for `" + patience + "`."));
            next();
        }
    }

    /**
     * An answer came.
     *
     * @param result of the call that is under way
     * @return false if nobody waits for it
     */
    public boolean answered(Frame.Result result) {
        UnderWay done = taken(result.id());
        if (done == null) {
            return false;
        }
        done.answer.complete(result.payload());
        next();
        return true;
    }

    /**
     * An error came.
     *
     * @param failure of the call that is under way
     * @return false if nobody waits for it
     */
    public boolean answered(Frame.Failure failure) {
        UnderWay done = taken(failure.id());
        if (done == null) {
            return false;
        }
        done.answer.completeExceptionally(new CallFailure(CallFailure.Why.REFUSED, failure.code()));
        next();
        return true;
    }

    private @Nullable UnderWay taken(String id) {
        UnderWay now = underWay;
        if (now == null || !now.id.equals(id)) {
            return null;
        }
        now.end.cancel(false);
        underWay = null;
        return now;
    }

    private static CallFailure absent(String text) {
        return new CallFailure(CallFailure.Why.ABSENT, text);
    }
}
