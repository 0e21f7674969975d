package io.citytwin.adapter.dittotck.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One WebSocket that speaks the Ditto protocol in plain frames. For one thread at a time. */
public final class Session implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(70);
    private static final Duration POLL = Duration.ofMillis(5);

    private final String name;
    private final Transcript transcript;
    private final Inbox inbox;
    private final WebSocket socket;
    private final AtomicInteger sent = new AtomicInteger();

    private Session(String name, Transcript transcript, Inbox inbox, WebSocket socket) {
        this.name = name;
        this.transcript = transcript;
        this.inbox = inbox;
        this.socket = socket;
    }

    /**
     * Opens a WebSocket.
     *
     * @param client may be shared
     * @param base such as {@code http://localhost:8080}
     * @param name of the session; part of its correlation ids
     * @param transcript notes what is said
     * @param headers of the upgrade: name, value, ..
     * @return open
     */
    public static Session open(HttpClient client, URI base, String name, Transcript transcript, String... headers) {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        Inbox inbox = new Inbox(name, transcript);
        URI uri = URI.create(base.resolve("/ws/2").toString().replaceFirst("^http", "ws"));
        WebSocket socket =
                builder.buildAsync(uri, inbox).orTimeout(30, TimeUnit.SECONDS).join();
        return new Session(name, transcript, inbox, socket);
    }

    /**
     * Sends a frame as it is.
     *
     * @param frame text
     */
    public void text(String frame) {
        transcript.add(name + "> " + frame);
        socket.sendText(frame, true).orTimeout(30, TimeUnit.SECONDS).join();
    }

    /**
     * Starts or stops a stream and awaits its acknowledgement.
     *
     * @param identifier such as {@code START-SEND-EVENTS}
     * @param parameters by name
     * @return this
     */
    public Session stream(String identifier, Map<String, String> parameters) {
        text(parameters.isEmpty() ? identifier : identifier + "?" + Http.query(parameters));
        take("acknowledgement of " + identifier, frame -> frame.topic().equals(identifier + ":ACK"));
        return this;
    }

    /**
     * Sends an envelope without awaiting an answer.
     *
     * @param topic of the envelope
     * @param path of the envelope
     * @param value null for none
     * @param headers name, value, ..; {@code fields} goes beside them; true, false, numbers and arrays as JSON
     * @return its correlation id
     */
    public String tell(String topic, String path, @Nullable JsonNode value, String... headers) {
        ObjectNode frame = Json.object().put("topic", topic);
        ObjectNode head = frame.putObject("headers").put("correlation-id", name + "-" + sent.incrementAndGet());
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("fields")) {
                frame.put("fields", headers[i + 1]);
            } else if (headers[i].equals("status")) {
                frame.put("status", Integer.parseInt(headers[i + 1]));
            } else if (headers[i].equals("requested-acks") || headers[i].equals("response-required")) {
                head.set(headers[i], Json.of(headers[i + 1]));
            } else {
                head.put(headers[i], headers[i + 1]);
            }
        }
        frame.put("path", path);
        if (value != null) {
            frame.set("value", value);
        }
        text(frame.toString());
        return head.path("correlation-id").asText();
    }

    /**
     * Sends an envelope and awaits the frame with its correlation id.
     *
     * @param topic of the envelope
     * @param path of the envelope
     * @param value null for none
     * @param headers as {@link #tell} takes them
     * @return the answer
     */
    public Reply ask(String topic, String path, @Nullable JsonNode value, String... headers) {
        return answer(tell(topic, path, value, headers));
    }

    /**
     * Awaits the frame with a correlation id that is no event.
     *
     * @param correlationId of a command
     * @return its answer
     */
    public Reply answer(String correlationId) {
        return take(
                "answer to " + correlationId,
                frame -> frame.header("correlation-id").equals(correlationId)
                        && !frame.topic().contains("/events/"));
    }

    /**
     * Awaits an event.
     *
     * @param thing whose
     * @param kind such as {@code modified}
     * @return the first that was not taken yet
     */
    public Reply event(String thing, String kind) {
        String topic = thing.replaceFirst(":", "/") + "/things/twin/events/" + kind;
        return take("event " + topic, frame -> frame.topic().equals(topic));
    }

    /**
     * Awaits a frame and takes it out.
     *
     * @param what for the failure
     * @param wanted which
     * @return the first that was not taken yet
     */
    public Reply take(String what, Predicate<Reply> wanted) {
        return await(what + " on session " + name)
                .atMost(DEADLINE)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> inbox.take(wanted), Optional::isPresent)
                .orElseThrow();
    }

    /**
     * The frames that came and were not taken.
     *
     * @return oldest first
     */
    public List<Reply> untaken() {
        return inbox.untaken();
    }

    /**
     * Checks that no frame came that is so; call it after something that had to come later.
     *
     * @param unwanted what must not be
     */
    public void never(Predicate<Reply> unwanted) {
        assertThat(untaken().stream().filter(unwanted))
                .as("unwanted frames on session " + name)
                .isEmpty();
    }

    /**
     * Awaits the end of the connection by the other side.
     */
    public void awaitClosed() {
        await("end of session " + name).atMost(DEADLINE).until(inbox::isClosed);
    }

    /** Breaks the connection without a word, as a lost network does. */
    public void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!inbox.isClosed() && !socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(e -> socket)
                    .join();
        }
        socket.abort();
    }

    static Reply parse(String text) {
        if (!text.startsWith("{")) {
            return new Reply(text, "", 0, Json.object(), Map.of(), Json.object().put("text", text));
        }
        JsonNode frame = Json.answer(text);
        Map<String, String> headers = new TreeMap<>();
        frame.path("headers")
                .properties()
                .forEach(entry -> headers.put(
                        entry.getKey(),
                        entry.getValue().isTextual()
                                ? entry.getValue().asText()
                                : entry.getValue().toString()));
        return new Reply(
                frame.path("topic").asText(),
                frame.path("path").asText(),
                frame.path("status").asInt(),
                frame.path("value"),
                headers,
                frame);
    }

    /** Frames in the order in which they came. */
    private static final class Inbox implements WebSocket.Listener {

        private final String name;
        private final Transcript transcript;
        private final StringBuilder part = new StringBuilder();
        private final List<Reply> frames = new ArrayList<>();
        private boolean closed;

        Inbox(String name, Transcript transcript) {
            this.name = name;
            this.transcript = transcript;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                transcript.add(name + "< " + part);
                frames.add(parse(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            transcript.add(name + " closed " + code + " " + reason);
            closed = true;
            return null;
        }

        @Override
        public synchronized void onError(WebSocket socket, Throwable error) {
            transcript.add(name + " broke: " + error);
            closed = true;
        }

        synchronized Optional<Reply> take(Predicate<Reply> wanted) {
            Optional<Reply> found = frames.stream().filter(wanted).findFirst();
            found.ifPresent(frames::remove);
            return found;
        }

        synchronized List<Reply> untaken() {
            return List.copyOf(frames);
        }

        synchronized boolean isClosed() {
            return closed;
        }
    }
}
