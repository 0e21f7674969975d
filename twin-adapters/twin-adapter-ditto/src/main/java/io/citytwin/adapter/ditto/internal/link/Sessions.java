package io.citytwin.adapter.ditto.internal.link;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.ditto.protocol.Adaptable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session after the other until close, all on one thread. Safe for use by many threads. */
final class Sessions implements Session.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration RENEW_AGAIN = Duration.ofSeconds(1);
    private static final long END_SECONDS = 5;

    private final DittoLink.Settings settings;
    private final Credentials credentials;
    private final Ears ears;
    private final ScheduledThreadPoolExecutor thread;
    private final Random random;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private @Nullable Thread own;
    private @Nullable Session current;
    private boolean closed;
    private int failures;
    private DittoLink.Health health = new DittoLink.Health(0, 0, 0, "");
    private volatile @Nullable Session ready;

    Sessions(DittoLink.Settings settings, Credentials credentials, Ears ears) {
        this.settings = settings;
        this.credentials = credentials;
        this.ears = ears;
        this.random = new Random(settings.patience().seed());
        this.thread = new ScheduledThreadPoolExecutor(1, this::named, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
    }

    CompletableFuture<Void> start() {
        thread.execute(this::attempt);
        return opened.copy();
    }

    /** The session over which commands go now, or null. */
    @Nullable
    Session ready() {
        return ready;
    }

    synchronized DittoLink.Health health() {
        return health;
    }

    void close() {
        Session last;
        synchronized (this) {
            closed = true;
            last = current;
        }
        ready = null;
        if (last != null) {
            last.leave();
        }
        opened.completeExceptionally(new LinkLost("The link was closed.", null));
        // After what is already waiting there, and instead of what waits for its time.
        thread.execute(() -> {
            var unused = thread.shutdownNow();
        });
        if (Thread.currentThread() != own) {
            await();
        }
    }

    @Override
    public void ready(Session session) {
        failures = 0;
        note(health.attempts(), health.sessions() + 1, health.losses(), health.problem());
        LOG.info("Connected with Ditto at {} (session {}).", settings.address().webSocket(), health.sessions());
        ready = session;
        ears.connected();
        opened.complete(null);
        renewLater(session);
    }

    @Override
    public void over(Session session, String problem) {
        boolean lost = ready == session;
        ready = null;
        failures++;
        note(health.attempts(), health.sessions(), health.losses() + (lost ? 1 : 0), problem);
        ears.lost();
        again(problem);
    }

    @Override
    public void event(Adaptable frame) {
        ears.event(frame);
    }

    @Override
    public void message(Adaptable frame) {
        ears.message(frame);
    }

    private void attempt() {
        note(health.attempts() + 1, health.sessions(), health.losses(), health.problem());
        var unused = credentials
                .headers()
                .whenComplete((headers, failure) -> thread.execute(() -> {
                    if (failure == null) {
                        connect(headers);
                    } else {
                        failures++;
                        again(Causes.of(failure));
                    }
                }));
    }

    private void connect(Map<String, String> headers) {
        Plan plan = new Plan(settings.address(), settings.trust(), settings.patience(), headers);
        Session session = new Session(plan, new Lane(thread), thread::execute, this);
        synchronized (this) {
            if (closed) {
                return;
            }
            current = session;
        }
        session.start(settings.subscription().frames());
    }

    private synchronized void again(String problem) {
        if (closed) {
            return;
        }
        Duration pause = settings.patience().backoff().pause(failures, random);
        LOG.warn(
                "No connection with Ditto at {}: {}; next attempt in {}.",
                settings.address().webSocket(),
                problem,
                pause);
        if (problem.contains("Authentication")) {
            credentials.rejected();
        }
        var unused = thread.schedule(this::attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renewLater(Session session) {
        credentials.renewal().ifPresent(rest -> renewAfter(session, rest));
    }

    private void renewAfter(Session session, Duration rest) {
        var unused = thread.schedule(() -> renew(session), rest.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    // A session whose token ends is ended by Ditto, unless it is told the next one in time.
    private void renew(Session session) {
        if (ready == session) {
            var unused = credentials
                    .tokens()
                    .orElseThrow()
                    .token()
                    .whenComplete((token, failure) -> thread.execute(() -> {
                        if (failure == null) {
                            session.say("JWT-TOKEN?jwtToken=" + token);
                            renewLater(session);
                        } else {
                            renewAfter(session, RENEW_AGAIN);
                        }
                    }));
        }
    }

    private synchronized void note(long attempts, long sessions, long losses, String problem) {
        health = new DittoLink.Health(attempts, sessions, losses, problem);
    }

    private void await() {
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The link's thread did not end within {} s.", END_SECONDS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread named(Runnable task) {
        Thread made = new Thread(task, "citytwin-ditto-link");
        made.setDaemon(true);
        own = made;
        return made;
    }
}
