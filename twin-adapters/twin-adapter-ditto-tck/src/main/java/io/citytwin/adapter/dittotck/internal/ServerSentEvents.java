package io.citytwin.adapter.dittotck.internal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A stream of server-sent events. For one thread at a time. */
public final class ServerSentEvents implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Stream<String> lines;
    private final Transcript transcript;
    private final List<JsonNode> data = new ArrayList<>();
    private int heartbeats;

    private ServerSentEvents(Stream<String> lines, Transcript transcript) {
        this.lines = lines;
        this.transcript = transcript;
    }

    /**
     * Opens a stream and awaits its first heartbeat.
     *
     * @param http a login
     * @param path below {@code /api/2}
     * @return open
     */
    public static ServerSentEvents open(Http http, String path) {
        HttpResponse<Stream<String>> answer = http.client()
                .sendAsync(http.request("GET", path, null, "Accept", "text/event-stream"), BodyHandlers.ofLines())
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
        String type = answer.headers().firstValue("content-type").orElse("");
        if (answer.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new AssertionError("GET " + path + " streams nothing: " + answer.statusCode() + " " + type);
        }
        ServerSentEvents events = new ServerSentEvents(answer.body(), http.transcript());
        Thread reader = new Thread(events::read, "citytwin-ditto-tck-sse");
        reader.setDaemon(true);
        reader.start();
        await("heartbeat of " + path).atMost(DEADLINE).until(() -> events.heartbeats() > 0);
        return events;
    }

    /**
     * Writes again and again until data comes, and takes it out: that a stream is open does not mean that its subscription
     * is in force yet.
     *
     * @param write may be done often
     * @param wanted which
     * @return the first that was not taken yet
     */
    public JsonNode takeWhile(Runnable write, Predicate<JsonNode> wanted) {
        return await("server-sent event")
                .atMost(DEADLINE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> {
                            Optional<JsonNode> found = find(wanted);
                            if (found.isEmpty()) {
                                write.run();
                            }
                            return found;
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    /**
     * Awaits data and takes it out.
     *
     * @param wanted which
     * @return the first that was not taken yet
     */
    public JsonNode take(Predicate<JsonNode> wanted) {
        return await("server-sent event")
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> find(wanted), Optional::isPresent)
                .orElseThrow();
    }

    /**
     * What came and was not taken.
     *
     * @return oldest first
     */
    public synchronized List<JsonNode> untaken() {
        return List.copyOf(data);
    }

    /**
     * How many empty lines of data came, which keep the connection alive.
     *
     * @return from 0
     */
    public synchronized int heartbeats() {
        return heartbeats;
    }

    @Override
    public void close() {
        // The reader sits in the stream's iterator; closing from another thread cancels the exchange.
        CompletableFuture.runAsync(lines::close)
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(e -> null)
                .join();
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith("data:")).forEach(this::add);
        } catch (RuntimeException e) {
            transcript.add("sse ended: " + e);
        }
    }

    private synchronized void add(String line) {
        String text = line.substring("data:".length()).strip();
        if (text.isEmpty()) {
            heartbeats++;
        } else {
            transcript.add("sse< " + text);
            data.add(Json.answer(text));
        }
    }

    private synchronized Optional<JsonNode> find(Predicate<JsonNode> wanted) {
        Optional<JsonNode> found = data.stream().filter(wanted).findFirst();
        found.ifPresent(data::remove);
        return found;
    }
}
