package io.citytwin.adapter.dittoembedded.internal.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.ditto.base.model.exceptions.TooManyRequestsException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.signals.acks.AcknowledgementRequestDuplicateCorrelationIdException;

/** Holds what waits for answers, a bounded number of them. Safe for use by many threads. */
final class WaitingRoom<T extends Waiting> {

    private final ScheduledExecutorService timer;
    private final LiveLimits limits;
    private final Map<Waiting.Key, T> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> perSession = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    WaitingRoom(ScheduledExecutorService timer, LiveLimits limits) {
        this.timer = timer;
        this.limits = limits;
    }

    void enter(T newcomer, Duration timeout, DittoHeaders headers) {
        book(newcomer.session(), headers);
        if (waiting.putIfAbsent(newcomer.key(), newcomer) != null) {
            unbook(newcomer.session());
            throw AcknowledgementRequestDuplicateCorrelationIdException.newBuilder(
                            newcomer.key().correlation())
                    .dittoHeaders(headers)
                    .build();
        }
        newcomer.alarm(timer.schedule(newcomer::timedOut, timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void book(String session, DittoHeaders headers) {
        boolean full = count.incrementAndGet() > limits.pending();
        int mine = perSession.merge(session, 1, Integer::sum);
        if (full || mine > limits.pendingPerSession()) {
            unbook(session);
            throw TooManyRequestsException.newBuilder().dittoHeaders(headers).build();
        }
    }

    private void unbook(String session) {
        count.decrementAndGet();
        perSession.computeIfPresent(session, (name, left) -> left == 1 ? null : left - 1);
    }

    /** Takes one out; true only for the first who does. */
    boolean leave(T leaver) {
        boolean first = waiting.remove(leaver.key(), leaver);
        if (first) {
            leaver.silence();
            unbook(leaver.session());
        }
        return first;
    }

    Optional<T> find(Waiting.Key key) {
        return Optional.ofNullable(waiting.get(key));
    }

    boolean isEmpty() {
        return count.get() == 0;
    }

    int size() {
        return count.get();
    }

    /** Sends home all of a session that is gone. */
    void clear(String session) {
        if (perSession.containsKey(session)) {
            List.copyOf(waiting.values()).stream()
                    .filter(one -> one.session().equals(session))
                    .forEach(Waiting::abandon);
        }
    }

    void clear() {
        List.copyOf(waiting.values()).forEach(Waiting::abandon);
    }
}
