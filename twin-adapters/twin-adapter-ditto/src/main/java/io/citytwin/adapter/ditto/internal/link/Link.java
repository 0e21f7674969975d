package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A WebSocket session with a Ditto that comes back by itself after it was lost. All listeners are called on one thread, in
 * the order in which Ditto spoke; they must not wait for an answer. Safe for use by many threads.
 */
public interface Link extends AutoCloseable {

    /**
     * Connects, and goes on trying until {@link #close}.
     *
     * @param listener hears of everything
     * @return completes with the first connection; {@link Listener#connected} was called then
     */
    CompletableFuture<Void> open(Listener listener);

    /**
     * Whether commands would be sent now.
     *
     * @return false before the first connection and while it is lost
     */
    boolean connected();

    /**
     * Sends a command, at most once.
     *
     * @param request what
     * @return Ditto's answer; completes exceptionally with {@link LinkLost} if there is no connection, if it was lost
     *     before the answer, or if no answer came in time: the command was done or not, nobody knows
     */
    CompletableFuture<Answer> send(Request request);

    /**
     * Sends a live message.
     *
     * @param message to a Thing
     * @return the reply; like {@link #send} otherwise. Without {@code timeout} header, or with {@code timeout 0}, none is
     *     awaited and it completes with status 202
     */
    CompletableFuture<Answer> send(Message message);

    /**
     * Replies to a live message that came.
     *
     * @param message that came
     * @param status of the reply
     * @param value payload
     */
    void reply(Message message, int status, Optional<JsonNode> value);

    /** Disconnects for good. Leaves no thread behind. */
    @Override
    void close();

    /** Hears what Ditto says. For one thread at a time. */
    interface Listener {
        /** The session is there, and events are coming: what happened before may have been missed. */
        void connected();

        /** The session is lost. */
        void lost();

        /**
         * Something happened to a Thing that another session caused.
         *
         * @param event what
         */
        void happened(Event event);

        /**
         * A live message came for a Thing.
         *
         * @param message what
         */
        void messaged(Message message);
    }

    /**
     * Something that happened to a Thing. Immutable.
     *
     * @param thing which
     * @param action {@code created}, {@code modified}, {@code merged} or {@code deleted}
     * @param path of the part
     * @param value new value or patch; empty if it was deleted
     * @param revision of the Thing
     * @param at when, as Ditto says
     * @param headers of the command that caused it
     */
    record Event(
            TwinId thing,
            String action,
            String path,
            Optional<JsonNode> value,
            long revision,
            Instant at,
            Map<String, String> headers) {
        /** Copies the headers. */
        public Event {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A live message. Immutable.
     *
     * @param thing to or from which
     * @param path such as {@code /features/state/inbox/messages/directive}
     * @param value payload
     * @param headers {@code correlation-id}, {@code timeout}, {@code response-required}
     */
    record Message(TwinId thing, String path, Optional<JsonNode> value, Map<String, String> headers) {
        /** Copies the headers. */
        public Message {
            headers = Map.copyOf(headers);
        }
    }
}
