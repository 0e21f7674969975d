package io.citytwin.adapter.dittoembedded;

import io.citytwin.adapter.dittoembedded.internal.net.Tally;
import io.citytwin.core.error.CityTwinException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A Ditto-compatible endpoint over a graph and a journal: WebSocket, HTTP API and server-sent events, in this process. Safe
 * for use by many threads.
 *
 * <p>Without any login everybody is {@code nginx:ditto}, as in Ditto's own development setup. That is for loopback only.
 */
public final class EmbeddedDitto implements AutoCloseable {

    private final Wiring wiring;
    private final Tally tally = new Tally();
    private Wiring.@Nullable Running running;
    private boolean closed;

    EmbeddedDitto(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Settings for a new endpoint.
     *
     * @return a builder
     */
    public static EmbeddedDittoBuilder builder() {
        return new EmbeddedDittoBuilder();
    }

    /**
     * Reads the journal and listens.
     *
     * @return this
     * @throws CityTwinException {@code D202} if the address cannot be listened on, {@code D204} if it was started before
     */
    public synchronized EmbeddedDitto start() {
        if (running != null || closed) {
            throw state("was started before", "Maybe build another one.");
        }
        running = wiring.start(tally);
        return this;
    }

    /**
     * Where it listens.
     *
     * @return such as {@code http://127.0.0.1:8080}; {@code /ws/2} and {@code /api/2} are below it
     * @throws CityTwinException {@code D204} if it does not listen
     */
    public synchronized URI uri() {
        if (running == null) {
            throw state("does not listen", "Maybe call `start()` first.");
        }
        InetSocketAddress address = running.server().address();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    /**
     * How it is doing.
     *
     * @return counts since the start
     */
    public EmbeddedHealth health() {
        return new EmbeddedHealth(tally.connections(), tally.sessions(), tally.commands(), tally.refusals());
    }

    /** Tells all sessions, closes all connections and ends all threads. What was answered stays in the journal. */
    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private static CityTwinException state(String what, String advice) {
        return new CityTwinException(EmbeddedError.STATE, "The endpoint " + what + ".", advice);
    }
}
