package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.ditto.DittoTrust;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.protocol.Adaptable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link over Eclipse Ditto's own client, of which it uses the WebSocket and the bus of frames: the client's typed
 * interfaces know no desired properties, hide headers, and rebuild every event as objects. Safe for use by many threads.
 */
public final class DittoLink implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(DittoLink.class);
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Settings settings;
    private final Credentials credentials;
    private final AtomicLong correlations = new AtomicLong();
    private volatile @Nullable Sessions sessions;
    private boolean closed;

    /**
     * What a link needs. Immutable.
     *
     * @param address of Ditto
     * @param trust in its certificate
     * @param subscription what it shall tell
     * @param patience how long to wait
     * @param name first part of correlation ids that a caller leaves out
     */
    public record Settings(
            Address address, DittoTrust trust, Subscription subscription, Patience patience, String name) {}

    /**
     * How a link fared. Immutable.
     *
     * @param attempts to connect
     * @param sessions that came to be
     * @param losses of sessions
     * @param problem that the last attempt or session ended with; empty if none did
     */
    public record Health(long attempts, long sessions, long losses, String problem) {}

    /**
     * A link that is not open yet.
     *
     * @param settings where to and how
     * @param credentials what to show; not closed by the link
     */
    public DittoLink(Settings settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public synchronized CompletableFuture<Void> open(Listener listener) {
        if (closed || sessions != null) {
            return CompletableFuture.failedFuture(new IllegalStateException("A link is opened once."));
        }
        Sessions made = new Sessions(settings, credentials, new Ears(listener));
        sessions = made;
        return made.start();
    }

    @Override
    public boolean connected() {
        return session() != null;
    }

    /**
     * How the link fared so far.
     *
     * @return numbers since it was opened
     */
    public Health health() {
        Sessions all = sessions;
        return all == null ? new Health(0, 0, 0, "") : all.health();
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        boolean answered = !"false".equals(request.headers().get("response-required"));
        String correlation = correlation(request.headers());
        Duration wait = answered ? settings.patience().answer() : Duration.ZERO;
        return exchange(() -> Frames.command(request, correlation), correlation, wait);
    }

    @Override
    public CompletableFuture<Answer> send(Message message) {
        String correlation = correlation(message.headers());
        Duration timeout = timeout(message.headers());
        boolean answered = !timeout.isZero();
        Duration wait = answered ? timeout.plus(SLACK) : timeout;
        return exchange(() -> Frames.message(message, correlation, answered), correlation, wait);
    }

    @Override
    public void reply(Message message, int status, Optional<JsonNode> value) {
        Session session = session();
        if (session == null) {
            LOG.warn("A reply for `{}` was not sent: there is no connection.", message.thing());
        } else {
            session.emit(Frames.reply(message, status, value));
        }
    }

    @Override
    public void close() {
        Sessions all;
        synchronized (this) {
            closed = true;
            all = sessions;
        }
        if (all != null) {
            all.close();
        }
    }

    private CompletableFuture<Answer> exchange(Supplier<Adaptable> frame, String correlation, Duration wait) {
        Session session = session();
        if (session == null) {
            return CompletableFuture.failedFuture(new LinkLost("There is no connection.", null));
        }
        try {
            Adaptable made = frame.get();
            if (wait.isZero()) {
                session.emit(made);
                return CompletableFuture.completedFuture(new Answer(202, Optional.empty(), Map.of()));
            }
            return session.send(made, correlation, wait);
        } catch (DittoRuntimeException refused) {
            // Ditto's own library refuses what Ditto would: a header that is none, a path that is too long.
            return CompletableFuture.completedFuture(Frames.refusal(refused));
        }
    }

    private @Nullable Session session() {
        Sessions all = sessions;
        return all == null ? null : all.ready();
    }

    private String correlation(Map<String, String> headers) {
        String given = headers.get("correlation-id");
        return given == null ? settings.name() + "-" + correlations.incrementAndGet() : given;
    }

    private static Duration timeout(Map<String, String> headers) {
        boolean unanswered = "false".equals(headers.get("response-required"));
        try {
            return unanswered
                    ? Duration.ZERO
                    : DittoHeaders.of(headers).getTimeout().orElse(Duration.ZERO);
        } catch (DittoRuntimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
