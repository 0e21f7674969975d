package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.LinkLost;
import io.citytwin.adapter.ditto.internal.link.Request;
import io.citytwin.core.model.TwinId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the city knows into Ditto. Patches of a Thing that wait become one; a Thing has one merge under way, and all
 * have a window. Without a connection patches wait, one per Thing, so that memory is bounded by the number of Things; what
 * was not answered is sent again, with what was offered later laid over it. Safe for use by many threads.
 */
public final class Mirror implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final String NAME = "citytwin-ditto-up";
    private static final long END_SECONDS = 5;

    private final Link link;
    private final Keeper keeper;
    private final MirrorSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition space = lock.newCondition();
    private final Outgoing outgoing = new Outgoing();
    private final Tally tally = new Tally();
    private final Random random;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean pumping = new AtomicBoolean();
    private boolean up;
    private boolean closed;

    /**
     * A mirror over a link. The link's listener must call {@link #connected} and {@link #lost}.
     *
     * @param link to send over; not closed here
     * @param settings bounds
     * @param keeper makes missing Things and hears of answers
     */
    public Mirror(Link link, MirrorSettings settings, Keeper keeper) {
        this.link = link;
        this.settings = settings;
        this.keeper = new Shielded(keeper);
        this.random = new Random(settings.seed());
        this.up = link.connected();
        this.thread = new ScheduledThreadPoolExecutor(1, Mirror::named, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Sends what waits. Call it on {@link Link.Listener#connected}. */
    public void connected() {
        turn(true);
        signal();
    }

    /** Sends nothing until the next connection. Call it on {@link Link.Listener#lost}. */
    public void lost() {
        turn(false);
    }

    /**
     * Takes a patch. Blocks while too many Things wait and there is a connection that will carry them away: never call it
     * on the link's thread. A thread that is interrupted does not wait, and its patch is taken.
     *
     * @param thing to change
     * @param patch RFC 7396, at the root of the Thing; it is copied
     * @throws IllegalStateException after close
     */
    public void offer(TwinId thing, ObjectNode patch) {
        lock.lock();
        try {
            while (up && !closed && outgoing.waiting() >= settings.waiting() && !outgoing.waits(thing)) {
                space.await();
            }
            take(thing, patch);
        } catch (InterruptedException hurry) {
            take(thing, patch);
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        signal();
    }

    /**
     * Waits for all that was offered so far.
     *
     * @return completes when each of it was done or refused; exceptionally with {@link LinkLost} if the mirror is closed
     *     before
     */
    public CompletableFuture<Void> drained() {
        lock.lock();
        try {
            return closed
                    ? CompletableFuture.failedFuture(new LinkLost("The mirror was closed.", null))
                    : outgoing.drained();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was done so far.
     *
     * @return numbers since the start
     */
    public MirrorMetrics metrics() {
        lock.lock();
        try {
            return tally.metrics(outgoing);
        } finally {
            lock.unlock();
        }
    }

    /** Stops at once; wait for {@link #drained} before if nothing shall be left. Leaves no thread behind. */
    @Override
    public void close() {
        List<CompletableFuture<Void>> abandoned;
        lock.lock();
        try {
            closed = true;
            up = false;
            space.signalAll();
            abandoned = outgoing.abandoned();
        } finally {
            lock.unlock();
        }
        abandoned.forEach(each -> each.completeExceptionally(new LinkLost("The mirror was closed.", null)));
        thread.shutdownNow();
        try {
            if (!Thread.currentThread().getName().equals(NAME)
                    && !thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The mirror's thread did not end within {} s.", END_SECONDS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(TwinId thing, ObjectNode patch) {
        if (closed) {
            throw new IllegalStateException("A closed mirror takes nothing.");
        }
        tally.offered.incrementAndGet();
        if (outgoing.offer(thing, patch)) {
            tally.coalesced.incrementAndGet();
        }
    }

    private void turn(boolean next) {
        lock.lock();
        try {
            up = next && !closed;
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }

    // Sending is work: it is done here, so that the link's thread is free to read answers.
    private void signal() {
        if (pumping.compareAndSet(false, true)) {
            thread.execute(this::pump);
        }
    }

    private void pump() {
        pumping.set(false);
        for (Outgoing.Flight flight = next(); flight != null; flight = next()) {
            send(flight);
        }
    }

    private Outgoing.@Nullable Flight next() {
        lock.lock();
        try {
            Outgoing.Flight flight = up ? outgoing.next(settings.window()) : null;
            if (flight != null) {
                tally.sent.incrementAndGet();
                space.signal();
            }
            return flight;
        } finally {
            lock.unlock();
        }
    }

    private void send(Outgoing.Flight flight) {
        Map<String, String> headers = new HashMap<>();
        headers.put("correlation-id", settings.name() + "-" + flight.number());
        if (flight.guarded()) {
            Guard.condition(flight.patch()).ifPresent(condition -> headers.put("condition", condition));
        }
        Request merge = new Request(flight.thing(), Request.Action.MERGE, "/", Optional.of(flight.patch()), headers);
        var unused = link.send(merge).whenComplete((answer, failure) -> landed(flight, answer));
    }

    private void landed(Outgoing.Flight flight, @Nullable Answer answer) {
        if (answer == null) {
            again(flight, false);
        } else if (answer.done()) {
            tally.acknowledged.incrementAndGet();
            keeper.acknowledged(flight.thing(), answer.revision().orElse(0));
            answered(flight);
        } else if (answer.error().equals("things:thing.notfound") && flight.attempt() < settings.attempts()) {
            provide(flight, answer);
        } else if (Verdicts.passing(answer.status()) && flight.attempt() < settings.attempts()) {
            again(flight, true);
        } else if (flight.guarded() && answer.error().equals("things:condition.failed")) {
            tally.overtaken.incrementAndGet();
            answered(flight);
        } else {
            refuse(flight, answer);
        }
    }

    private void answered(Outgoing.Flight flight) {
        List<CompletableFuture<Void>> done;
        lock.lock();
        try {
            done = outgoing.answered(flight);
        } finally {
            lock.unlock();
        }
        done.forEach(each -> each.complete(null));
        signal();
    }

    private void refuse(Outgoing.Flight flight, Answer answer) {
        tally.refused.incrementAndGet();
        keeper.refused(flight.thing(), flight.patch(), answer);
        answered(flight);
    }

    private void provide(Outgoing.Flight flight, Answer answer) {
        var unused = keeper.missing(flight.thing()).whenComplete((made, failure) -> {
            if (failure == null && !made) {
                refuse(flight, answer);
            } else {
                again(flight, failure == null || !Verdicts.lost(failure));
            }
        });
    }

    // Even a lost connection has a pause: the link may fail before it tells that it did.
    private void again(Outgoing.Flight flight, boolean counts) {
        tally.retried.incrementAndGet();
        Duration pause;
        lock.lock();
        try {
            outgoing.failed(flight, counts);
            pause = settings.backoff().pause(counts ? flight.attempt() + 1 : 1, random);
        } finally {
            lock.unlock();
        }
        var unused = thread.schedule(() -> free(flight.thing()), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void free(TwinId thing) {
        lock.lock();
        try {
            outgoing.free(thing);
        } finally {
            lock.unlock();
        }
        pump();
    }

    private static Thread named(Runnable task) {
        Thread thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    }
}
