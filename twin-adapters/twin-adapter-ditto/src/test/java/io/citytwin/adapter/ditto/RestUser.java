package io.citytwin.adapter.ditto;

import static org.awaitility.Awaitility.await;

import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Somebody with a password who speaks plain HTTP and WebSocket with an endpoint. */
final class RestUser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI endpoint;
    private final String login;

    RestUser(EmbeddedDitto ditto, String name, String password) {
        endpoint = ditto.uri();
        String pair = name + ":" + password;
        login = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("content-type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Server-sent events, until the heard text is closed. */
    Heard stream(String path) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpResponse<Stream<String>> answer = CLIENT.sendAsync(
                        request(path).header("accept", "text/event-stream").build(),
                        HttpResponse.BodyHandlers.ofLines())
                .join();
        Thread reader = new Thread(() -> read(answer.body(), lines), "test-events");
        reader.setDaemon(true);
        reader.start();
        return new Heard(lines, answer.body()::close, text -> {
            throw new IllegalStateException("Nothing can be said here.");
        });
    }

    private static void read(Stream<String> from, BlockingQueue<String> lines) {
        try {
            from.forEach(lines::add);
        } catch (UncheckedIOException closed) {
            lines.add("closed");
        }
    }

    /** A WebSocket that was told some frames, each of which is confirmed. */
    Heard session(String... frames) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket socket = CLIENT.newWebSocketBuilder()
                .header("authorization", login)
                .buildAsync(URI.create(endpoint.toString().replaceFirst("http", "ws") + "/ws/2"), new Ear(heard))
                .join();
        Heard session = new Heard(
                heard, socket::abort, text -> socket.sendText(text, true).join());
        for (String frame : frames) {
            session.say().accept(frame);
            session.until(frame.replaceFirst("\\?.*", "") + ":ACK");
        }
        return session;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoint + "/api/2" + path))
                .timeout(Duration.ofSeconds(20))
                .header("authorization", login);
    }

    /** What comes in over a connection. */
    record Heard(BlockingQueue<String> texts, Runnable end, Consumer<String> say) implements AutoCloseable {

        /** All texts so far, after one of them contains a part. */
        List<String> until(String part) {
            List<String> all = new ArrayList<>();
            try {
                await().until(() -> {
                    texts.drainTo(all);
                    return all.stream().anyMatch(text -> text.contains(part));
                });
            } catch (ConditionTimeoutException silence) {
                throw new AssertionError("`" + part + "` did not come, only " + all, silence);
            }
            return all;
        }

        String ask(String frame, String part) {
            say.accept(frame);
            return String.join("\n", until(part));
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard;
        private final StringBuilder text = new StringBuilder();

        private Ear(BlockingQueue<String> heard) {
            this.heard = heard;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
