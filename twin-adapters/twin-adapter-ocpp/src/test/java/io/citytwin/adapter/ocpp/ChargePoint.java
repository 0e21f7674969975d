package io.citytwin.adapter.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A charge point with a memory: it tells one thing after the other, and each again over the next connection until it is
 * answered. Safe for use by many threads.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class ChargePoint implements WebSocket.Listener {

    private static final JsonMapper JSON = new JsonMapper();

    private final Network network;
    private final String protocol;
    private final String identity;
    private final Optional<String> password;
    private final Deque<String> memory = new ArrayDeque<>();
    private final Deque<String> lastAnswers = new ArrayDeque<>();
    private final StringBuilder part = new StringBuilder();
    private BiFunction<String, JsonNode, Optional<ObjectNode>> handler = (action, payload) -> Optional.empty();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket socket;
    private boolean connecting;
    private boolean underWay;
    private int answered;

    ChargePoint(Network network, String protocol, String identity, Optional<String> password) {
        this.network = network;
        this.protocol = protocol;
        this.identity = identity;
        this.password = password;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    /** What it says to calls; empty keeps silent. */
    synchronized ChargePoint answering(BiFunction<String, JsonNode, Optional<ObjectNode>> calls) {
        handler = calls;
        return this;
    }

    synchronized boolean isConnected() {
        return socket != null;
    }

    /** Connects if it is not connected. */
    void connect(int port) {
        synchronized (this) {
            if (socket != null || connecting) {
                return;
            }
            connecting = true;
        }
        WebSocket.Builder builder = network.client().newWebSocketBuilder().subprotocols(protocol);
        password.ifPresent(words -> builder.header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((identity + ":" + words).getBytes(StandardCharsets.UTF_8))));
        builder.buildAsync(URI.create(network.scheme() + "://127.0.0.1:" + port + "/ocpp/" + identity), this)
                .whenComplete((open, failure) -> opened(open));
    }

    private synchronized void opened(@Nullable WebSocket open) {
        connecting = false;
        if (open != null && !open.isInputClosed()) {
            socket = open;
            sending = CompletableFuture.completedFuture(null);
            underWay = false;
            send(call("boot-" + UUID.randomUUID(), "BootNotification", boot()));
            next();
        }
    }

    private ObjectNode boot() {
        if (protocol.equals("ocpp1.6")) {
            return object().put("chargePointVendor", "CityTwin").put("chargePointModel", "Fake");
        }
        ObjectNode payload = object().put("reason", "PowerUp");
        payload.set("chargingStation", object().put("vendorName", "CityTwin").put("model", "Fake"));
        return payload;
    }

    static String call(String id, String action, ObjectNode payload) {
        return JSON.createArrayNode().add(2).add(id).add(action).add(payload).toString();
    }

    /** Tells something until it is answered. */
    synchronized void tell(String action, ObjectNode payload) {
        memory.add(call(UUID.randomUUID().toString(), action, payload));
        next();
    }

    /** Sends a text as it is, once. */
    synchronized void send(String text) {
        WebSocket to = socket;
        if (to != null) {
            sending = sending.thenCompose(before -> to.sendText(text, true)).exceptionally(cut -> null);
        }
    }

    private void next() {
        String head = memory.peek();
        if (socket != null && !underWay && head != null) {
            underWay = true;
            send(head);
        }
    }

    /** How many calls from its memory were answered. */
    synchronized int answered() {
        return answered;
    }

    synchronized int untold() {
        return memory.size();
    }

    /** All answers that came, the newest last. */
    synchronized Deque<String> answers() {
        return new ArrayDeque<>(lastAnswers);
    }

    /** As a broken cable does it. */
    void cut() {
        WebSocket open;
        synchronized (this) {
            open = socket;
            socket = null;
            part.setLength(0);
        }
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        synchronized (this) {
            part.append(data);
            if (last) {
                String text = part.toString();
                part.setLength(0);
                received(text);
            }
        }
        from.request(1);
        return null;
    }

    private void received(String text) {
        JsonNode frame = read(text);
        String id = frame.path(1).asText();
        if (frame.path(0).asInt() == 2) {
            handler.apply(frame.path(2).asText(), frame.path(3))
                    .ifPresent(answer -> send(
                            JSON.createArrayNode().add(3).add(id).add(answer).toString()));
            return;
        }
        lastAnswers.add(text);
        if (lastAnswers.size() > 100) {
            lastAnswers.remove();
        }
        String head = memory.peek();
        if (head != null && read(head).path(1).asText().equals(id)) {
            memory.remove();
            answered++;
            underWay = false;
            next();
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        lost(from);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lost(from);
    }

    private synchronized void lost(WebSocket from) {
        if (socket == from) {
            socket = null;
            part.setLength(0);
        }
    }
}
