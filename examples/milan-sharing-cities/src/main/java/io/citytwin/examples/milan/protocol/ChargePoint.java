package io.citytwin.examples.milan.protocol;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One charge point that speaks OCPP 1.6J. Safe for use by many threads. */
final class ChargePoint implements WebSocket.Listener {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int CALL = 2;
    private static final int RESULT = 3;

    private final Asked asked;
    private final Consumer<String> failures;
    private final StringBuilder part = new StringBuilder();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Deque<String> frames = new ArrayDeque<>();
    private @Nullable WebSocket socket;
    private boolean calling;
    private boolean sending;
    private long number;

    /** Answers what a central system asks, then or later. */
    interface Asked {

        /** Something is asked; {@link #result} answers under the same id. */
        void call(String id, String action, JsonNode payload);
    }

    ChargePoint(Asked asked, Consumer<String> failures) {
        this.asked = asked;
        this.failures = failures;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    void connect(HttpClient client, URI address) {
        WebSocket opened = client.newWebSocketBuilder()
                .subprotocols("ocpp1.6")
                .buildAsync(address, this)
                .join();
        synchronized (this) {
            socket = opened;
            send();
        }
    }

    /** Tells something, after all that is told already was answered: one call at a time is allowed. */
    synchronized void tell(String action, ObjectNode payload) {
        number++;
        waiting.add(JSON.createArrayNode()
                .add(CALL)
                .add(Long.toString(number))
                .add(action)
                .add(payload)
                .toString());
        next();
    }

    synchronized void result(String id, ObjectNode payload) {
        frame(JSON.createArrayNode().add(RESULT).add(id).add(payload).toString());
    }

    private void next() {
        if (!calling && !waiting.isEmpty()) {
            calling = true;
            frame(waiting.remove());
        }
    }

    private void frame(String text) {
        frames.add(text);
        send();
    }

    // The library takes one text at a time.
    private void send() {
        WebSocket open = socket;
        String frame = sending || open == null ? null : frames.poll();
        if (open != null && frame != null) {
            sending = true;
            var unused = open.sendText(frame, true).whenComplete((done, failure) -> sent(failure));
        }
    }

    private synchronized void sent(@Nullable Throwable failure) {
        sending = false;
        if (failure == null) {
            send();
        } else {
            failures.accept("a charge point cannot send: " + failure);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            String frame = part.toString();
            part.setLength(0);
            hear(frame);
        }
        from.request(1);
        return null;
    }

    private void hear(String frame) {
        try {
            ArrayNode told = (ArrayNode) JSON.readTree(frame);
            if (told.path(0).asInt() == CALL) {
                asked.call(told.path(1).asText(), told.path(2).asText(), told.path(3));
            } else if (told.path(0).asInt() == RESULT) {
                synchronized (this) {
                    calling = false;
                    next();
                }
            } else {
                failures.accept("a charge point was answered with " + frame);
            }
        } catch (IOException | RuntimeException broken) {
            failures.accept("a charge point cannot read " + frame + ": " + broken);
        }
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        failures.accept("a charge point lost its connection: " + failure);
    }

    synchronized void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
