package io.citytwin.adapter.ditto.internal.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.client.internal.bus.AdaptableBus;
import org.eclipse.ditto.client.internal.bus.Classification;
import org.eclipse.ditto.client.internal.bus.Classification.StreamingType;
import org.eclipse.ditto.client.messaging.MessagingProvider;
import org.eclipse.ditto.protocol.Adaptable;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from its first byte to its last. It never comes back: the client's own reconnecting waits 5 s first,
 * goes on after close in some orders, and tells nobody when subscriptions are confirmed again. So each connection has a
 * client's messaging provider of its own, without reconnecting, and {@link DittoLink} makes the next one. Methods without
 * another word are called on the link's thread.
 */
final class Session {

    /** What the link wants to know. All is said on the link's thread. */
    interface Watcher {
        void ready(Session session);

        void over(Session session, String problem);

        void event(Adaptable frame);

        void message(Adaptable frame);
    }

    private static final long FAREWELL_MILLIS = 300;
    private static final int LOOKS = 3;

    private final Lane lane;
    private final Watcher watcher;
    private final Patience patience;
    private final Socket socket;
    private final MessagingProvider client;
    private final Consumer<Runnable> cleaner;
    private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final List<ScheduledFuture<?>> timers = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private int silent;
    private boolean ready;

    Session(Plan plan, Lane lane, Consumer<Runnable> cleaner, Watcher watcher) {
        this.lane = lane;
        this.cleaner = cleaner;
        this.watcher = watcher;
        this.patience = plan.patience();
        this.socket = new Socket(plan.headers(), this::end);
        this.client = plan.client(socket, lane);
    }

    void start(List<String> frames) {
        AdaptableBus bus = client.getAdaptableBus();
        bus.subscribeForAdaptable(StreamingType.TWIN_EVENT, watcher::event);
        bus.subscribeForAdaptable(StreamingType.LIVE_MESSAGE, watcher::message);
        timers.add(lane.schedule(
                () -> end("no session within " + patience.attempt()),
                patience.attempt().toMillis(),
                TimeUnit.MILLISECONDS));
        var unused = client.initializeAsync()
                .whenComplete((done, failure) -> lane.execute(() -> {
                    if (failure == null) {
                        subscribe(bus, frames);
                    } else {
                        end(Causes.of(failure));
                    }
                }));
    }

    /** Fails at once if the connection is over: the client itself would drop the frame and say so after a minute. */
    CompletableFuture<Answer> send(Adaptable frame, String correlation, Duration wait) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        long number = numbers.incrementAndGet();
        waiting.put(number, answer);
        var unused = answer.whenComplete((done, failure) -> waiting.remove(number));
        if (over.get()) {
            answer.completeExceptionally(new LinkLost("There is no connection.", null));
            return answer;
        }
        listen(answer, correlation, wait);
        client.emitAdaptable(frame);
        return answer;
    }

    // A message that an earlier session sent may arrive only now, and come to this one with the same correlation id:
    // what
    // has no status is no answer.
    private void listen(CompletableFuture<Answer> answer, String correlation, Duration wait) {
        var unused = client.getAdaptableBus()
                .subscribeOnceForAdaptable(Classification.forCorrelationId(correlation), wait)
                .whenComplete((received, failure) -> {
                    if (received != null
                            && received.getPayload().getHttpStatus().isEmpty()) {
                        listen(answer, correlation, wait);
                    } else {
                        complete(answer, received, failure);
                    }
                });
    }

    /** Any thread. */
    void emit(Adaptable frame) {
        client.emitAdaptable(frame);
    }

    /** Any thread. Goes past the client, whose log would show the token. */
    void say(String text) {
        socket.say(text);
    }

    /** Any thread; only the first call counts. */
    void end(String problem) {
        if (over.compareAndSet(false, true)) {
            lane.end();
            cleaner.accept(() -> clean(problem));
        }
    }

    /** Any thread but the link's. Ends politely, and waits until the connection's threads have ended. */
    void leave() {
        if (!over.get()) {
            socket.leave(FAREWELL_MILLIS);
        }
        end("closed");
        socket.kill();
        socket.join(FAREWELL_MILLIS);
    }

    private void clean(String problem) {
        timers.forEach(timer -> timer.cancel(false));
        socket.kill();
        // The client disconnects what is still open: see Socket.leave.
        socket.join(FAREWELL_MILLIS);
        client.close();
        LinkLost loss = new LinkLost("The connection was lost: " + problem + ".", null);
        waiting.values().forEach(answer -> answer.completeExceptionally(loss));
        waiting.clear();
        watcher.over(this, problem);
    }

    private static void complete(
            CompletableFuture<Answer> answer, @Nullable Adaptable frame, @Nullable Throwable failure) {
        if (frame == null) {
            answer.completeExceptionally(new LinkLost("No answer came in time.", failure));
            return;
        }
        try {
            answer.complete(Frames.answer(frame));
        } catch (IllegalArgumentException | DittoRuntimeException unreadable) {
            answer.completeExceptionally(new LinkLost("The answer could not be read.", unreadable));
        }
    }

    private void subscribe(AdaptableBus bus, List<String> frames) {
        watchSilence();
        // An error without a command before the session is ready is the answer to a subscription.
        bus.subscribeForAdaptable(Classification.forErrors(), this::refused);
        List<CompletableFuture<?>> confirmations = new ArrayList<>();
        for (String frame : frames) {
            String name = frame.replaceFirst("\\?.*", "");
            confirmations.add(bus.subscribeOnceForString(Classification.forString(name + ":ACK"), patience.attempt())
                    .toCompletableFuture());
            client.emit(frame);
        }
        var unused = CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> lane.execute(() -> confirmed(failure)));
    }

    private void confirmed(@Nullable Throwable failure) {
        if (failure == null) {
            timers.get(0).cancel(false);
            ready = true;
            watcher.ready(this);
        } else {
            end("a subscription was not confirmed");
        }
    }

    private void refused(Adaptable frame) {
        if (!ready) {
            end("Ditto refused a subscription: " + Frames.answer(frame).error());
        }
    }

    private void watchSilence() {
        long pause = Math.max(1, patience.silence().toMillis() / LOOKS);
        timers.add(lane.scheduleAtFixedRate(this::look, pause, pause, TimeUnit.MILLISECONDS));
    }

    // A connection whose other end vanished looks open for hours: only a missing pong tells.
    private void look() {
        silent = socket.heardSince() ? 0 : silent + 1;
        if (silent >= LOOKS) {
            end("nothing was heard for " + patience.silence());
        } else {
            socket.ping();
        }
    }
}
