package io.citytwin.adapter.ditto.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** As much of Ditto's WebSocket as tests of the client side need, and it counts what a real one would not tell. */
public final class FakeDitto implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final Map<String, ObjectNode> things = new ConcurrentHashMap<>();
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final List<Map<String, String>> upgrades = new CopyOnWriteArrayList<>();
    public final AtomicInteger mostAtOnce = new AtomicInteger();
    public final AtomicInteger mostPerThing = new AtomicInteger();
    public final AtomicInteger commands = new AtomicInteger();
    public volatile boolean mute;
    public volatile boolean confirming = true;
    public volatile int refuseUpgrades;
    public volatile Duration delay = Duration.ZERO;
    /** Gives another answer than the usual one: {@code status} and {@code value}. */
    public volatile Function<JsonNode, Optional<ObjectNode>> special = command -> Optional.empty();

    private final Map<String, Integer> revisions = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> perThing = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Wire> wires = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1, task -> thread(task, "later"));
    private final ServerSocket server;

    public FakeDitto() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    public FakeDitto(ServerSocketFactory sockets) throws IOException {
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept, "accept").start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI uri() {
        return URI.create("ws://127.0.0.1:" + port());
    }

    public int sessions() {
        return wires.size();
    }

    /** Ends all connections without a word. */
    public void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Says something to all sessions. */
    public void say(String text) throws IOException {
        for (Wire wire : wires) {
            wire.write(Wire.TEXT, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends bytes that are no frame. */
    public void garbage(byte[] bytes) throws IOException {
        for (Wire wire : wires) {
            wire.raw(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        later.shutdownNow();
        cut();
    }

    public static ObjectNode answer(int status, String error) {
        ObjectNode answer = JSON.createObjectNode().put("status", status);
        answer.putObject("value").put("status", status).put("error", error).put("message", "no");
        return answer;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                thread(() -> serve(socket), "session").start();
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        Wire wire = null;
        try (socket) {
            socket.setTcpNoDelay(true);
            wire = new Wire(new java.io.BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            Map<String, String> headers = wire.request();
            upgrades.add(headers);
            if (refuseUpgrades > 0) {
                wire.refuse(refuseUpgrades);
                return;
            }
            wire.upgrade(headers.get("sec-websocket-key"));
            wires.add(wire);
            for (Wire.Frame frame = wire.read(); ; frame = wire.read()) {
                hear(wire, frame);
                if (frame.code() == Wire.CLOSE) {
                    return;
                }
            }
        } catch (IOException | GeneralSecurityException over) {
            // The test ended the connection, or the client did.
        } finally {
            wires.remove(wire);
            sockets.remove(socket);
        }
    }

    private void hear(Wire wire, Wire.Frame frame) throws IOException {
        if (mute) {
            return;
        }
        if (frame.code() == Wire.PING) {
            wire.write(Wire.PONG, frame.content());
        } else if (frame.code() == Wire.CLOSE) {
            wire.write(Wire.CLOSE, frame.content());
        } else if (frame.code() == Wire.TEXT && frame.text().startsWith("{")) {
            command(wire, JSON.readTree(frame.content()));
        } else if (frame.code() == Wire.TEXT) {
            heard.add(frame.text());
            if (confirming && frame.text().startsWith("START-")) {
                say(wire, frame.text().replaceFirst("\\?.*", "") + ":ACK");
            }
        }
    }

    private void command(Wire wire, JsonNode command) throws IOException {
        commands.incrementAndGet();
        String topic = command.path("topic").asText();
        String thing = topic.split("/")[0] + ":" + topic.split("/")[1];
        if (topic.contains("/live/") && command.has("status")) {
            heard.add(command.toString());
            return;
        }
        AtomicInteger own = perThing.computeIfAbsent(thing, none -> new AtomicInteger());
        mostPerThing.accumulateAndGet(own.incrementAndGet(), Math::max);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        var unused = later.schedule(
                () -> {
                    own.decrementAndGet();
                    atOnce.decrementAndGet();
                    answer(wire, command, thing);
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void answer(Wire wire, JsonNode command, String thing) {
        ObjectNode answer = special.apply(command).orElseGet(() -> usual(command, thing));
        int status = answer.path("status").asInt();
        String topic = command.path("topic").asText();
        answer.put("topic", status < 400 ? topic : topic.replaceFirst("commands/.*|messages/.*", "errors"));
        answer.set("path", command.path("path"));
        ObjectNode headers = answer.putObject("headers");
        headers.set("correlation-id", command.path("headers").path("correlation-id"));
        headers.put("content-type", "application/json").put("entity-revision", revisions.getOrDefault(thing, 0));
        if (status > 0) {
            say(wire, answer.toString());
        }
    }

    private ObjectNode usual(JsonNode command, String thing) {
        ObjectNode answer = JSON.createObjectNode();
        String topic = command.path("topic").asText();
        ObjectNode stored = things.get(thing);
        if (topic.contains("/live/")) {
            return answer.put("status", 0);
        }
        if (topic.endsWith("create")) {
            things.put(thing, command.path("value").deepCopy());
            revisions.merge(thing, 1, Integer::sum);
            return answer.put("status", 201);
        }
        if (stored == null) {
            return answer(404, "things:thing.notfound");
        }
        if (topic.endsWith("retrieve")) {
            answer.set("value", stored);
            return answer.put("status", 200);
        }
        synchronized (stored) {
            merge(stored, command.path("value"));
        }
        revisions.merge(thing, 1, Integer::sum);
        return answer.put("status", 204);
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                into.remove(entry.getKey());
            } else if (entry.getValue().isObject()) {
                merge(into.withObjectProperty(entry.getKey()), entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void say(Wire wire, String text) {
        try {
            wire.write(Wire.TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // The client left in the meantime.
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, "fake-ditto-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
