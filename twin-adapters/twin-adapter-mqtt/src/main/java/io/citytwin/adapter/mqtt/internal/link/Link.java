package io.citytwin.adapter.mqtt.internal.link;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import io.citytwin.adapter.mqtt.MqttBroker;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The line to a broker. It comes up again by itself, with a new client each time: what was not acknowledged on an old one
 * the broker sends again. Safe for use by many threads.
 */
public final class Link {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 20;

    private final MqttBroker broker;
    private final Terms terms;
    private final AdapterContext context;
    private final Ears ears;
    private @Nullable Wire wire;
    private boolean closed;
    private int failures;
    private @Nullable Instant upSince;
    private @Nullable Down down;
    private List<String> refused = List.of();

    /** Why there is no connection. */
    private record Down(Instant since, String why) {}

    /**
     * A line that is not up yet.
     *
     * @param broker to speak with
     * @param tls read from its files
     * @param filters what is subscribed to
     * @param context gives time and thread
     * @param ears hear what comes
     */
    public Link(
            MqttBroker broker,
            Optional<MqttClientSslConfig> tls,
            List<Filter> filters,
            AdapterContext context,
            Ears ears) {
        this.broker = broker;
        this.context = context;
        this.ears = ears;
        this.terms = new Terms(broker, tls, filters, this::thread);
    }

    private void thread(Runnable line) {
        Thread thread = new Thread(line, "citytwin-mqtt-" + context.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to connect. */
    public void start() {
        synchronized (this) {
            down = new Down(context.clock().now(), "it has not answered yet");
        }
        connect();
    }

    private void connect() {
        Wire next;
        synchronized (this) {
            if (closed) {
                return;
            }
            Attempt attempt = new Attempt();
            next = broker.version() == MqttBroker.Version.V5 ? new WireV5(terms, attempt) : new WireV3(terms, attempt);
            attempt.mine = next;
            wire = next;
        }
        next.connect();
    }

    /**
     * Sends a message.
     *
     * @param message with quality of service 1
     * @return whether somebody listens, as far as the broker tells; fails without a connection
     */
    public CompletableFuture<Boolean> send(Outgoing message) {
        Wire now;
        synchronized (this) {
            now = upSince == null ? null : wire;
        }
        return now == null
                ? CompletableFuture.failedFuture(new IllegalStateException("there is no connection"))
                : now.send(message);
    }

    /**
     * What is wrong with it.
     *
     * @return empty if all is well
     */
    public synchronized List<AdapterProblem> problems() {
        String about = broker.host() + ":" + broker.port();
        if (down != null) {
            return List.of(
                    new AdapterProblem(about, down.since(), "`" + about + "` is not connected: `" + down.why() + "`."));
        } else if (upSince != null && !refused.isEmpty()) {
            String text = "`" + about + "` lets nobody hear " + String.join(", ", refused) + ".";
            return List.of(new AdapterProblem(about, upSince, text));
        }
        return List.of();
    }

    /** Says goodbye and leaves nothing behind; waits no longer than two seconds. */
    public void stop() {
        Wire last;
        boolean up;
        synchronized (this) {
            closed = true;
            last = wire;
            up = upSince != null;
            wire = null;
            upSince = null;
        }
        if (last != null) {
            CompletableFuture<Boolean> said = terms.status(false)
                    .filter(status -> up)
                    .map(last::send)
                    .orElse(CompletableFuture.completedFuture(true))
                    .completeOnTimeout(false, PATIENCE.toMillis() / 2, TimeUnit.MILLISECONDS);
            boolean ignored = said.exceptionally(failure -> false)
                    .thenCompose(any -> last.disconnect())
                    .handle((done, failure) -> failure == null)
                    .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private Duration pause() {
        long longest = broker.session().longestRetry().toMillis();
        long doubled = broker.session().firstRetry().toMillis() << Math.min(MOST_DOUBLINGS, failures);
        // Many cities that lose one broker should not all come back in one moment.
        return Duration.ofMillis(
                (long) (Math.min(longest, doubled) * ThreadLocalRandom.current().nextDouble(0.75, 1)));
    }

    private final class Attempt implements Wire.Fate {

        private @Nullable Wire mine;

        @Override
        public void up(List<String> no) {
            synchronized (Link.this) {
                if (mine != wire || closed) {
                    return;
                }
                down = null;
                upSince = context.clock().now();
                refused = no;
            }
            terms.status(true).ifPresent(this::say);
            ears.connected();
        }

        // If the line breaks before, the next one says it.
        private void say(Outgoing status) {
            CompletableFuture<Boolean> ignored = send(status);
        }

        @Override
        public void down(Throwable cause) {
            Duration pause;
            Instant now = context.clock().now();
            synchronized (Link.this) {
                if (mine != wire || closed) {
                    return;
                }
                boolean lasted = upSince != null
                        && upSince.plus(broker.session().longestRetry()).isBefore(now);
                failures = lasted ? 0 : failures + 1;
                down = new Down(down == null ? now : down.since(), words(cause));
                upSince = null;
                wire = null;
                failures = Math.min(failures, MOST_DOUBLINGS);
                pause = pause();
            }
            context.at(now.plus(pause), Link.this::connect);
        }

        @Override
        public void heard(Incoming message) {
            ears.heard(message);
        }
    }

    private static String words(Throwable cause) {
        if (cause instanceof Mqtt5ConnAckException refused) {
            return refused.getMqttMessage().getReasonCode().toString();
        } else if (cause instanceof Mqtt3ConnAckException refused) {
            return refused.getMqttMessage().getReturnCode().toString();
        } else if (cause instanceof Mqtt5DisconnectException ended) {
            return ended.getMqttMessage().getReasonCode().toString();
        }
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
