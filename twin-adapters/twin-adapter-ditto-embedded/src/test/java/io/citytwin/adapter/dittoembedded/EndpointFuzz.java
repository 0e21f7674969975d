package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Malformed frames, requests and raw bytes against an endpoint in its own small Java, for ten minutes or as many as
 * {@code citytwin.minutes} says: it must not crash, hang or need more memory than it has.
 */
class EndpointFuzz {

    private static final int ROUND = 200;

    private final CityClock clock = new SystemClock();
    private final long seed = Long.getLong("citytwin.seed", clock.now().toEpochMilli());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process endpoint;
    private URI uri;

    @BeforeEach
    void serve() throws IOException {
        endpoint = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.citytwin.core.spi.ToolLauncher",
                        "ditto",
                        "serve",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = endpoint.inputReader();
        String line = out.readLine();
        while (line != null && !line.contains("http://")) {
            line = out.readLine();
        }
        assertThat(line).as("the address it serves at").isNotNull();
        uri = URI.create(line.replaceAll(".*(http://[^\\s/]*).*", "$1"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        endpoint.destroyForcibly().waitFor();
    }

    @Test
    void survives() throws Exception {
        Instant end = clock.now().plus(Duration.ofMinutes(Long.getLong("citytwin.minutes", 10)));
        FuzzCases cases = new FuzzCases(seed);
        long rounds = 0;
        while (clock.now().isBefore(end)) {
            webSocketFrames(cases);
            for (int count = 0; count < ROUND; count++) {
                raw(cases.request(uri.getAuthority()));
                raw(cases.rawWebSocket(uri.getAuthority()).toArray(byte[][]::new));
            }
            assertAnswers(rounds++);
        }
        assertThat(rounds).isPositive();
    }

    private void webSocketFrames(FuzzCases cases) {
        for (int session = 0; session < 10; session++) {
            WebSocket socket = open(new Silent());
            try {
                for (int count = 0; count < ROUND / 10; count++) {
                    socket.sendText(cases.frame(), true)
                            .orTimeout(5, TimeUnit.SECONDS)
                            .join();
                }
            } catch (CompletionException closed) {
                // a session may be closed for what it sends; the next one must be let in
            } finally {
                socket.abort();
            }
        }
    }

    private WebSocket open(WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .buildAsync(URI.create(uri.toString().replace("http", "ws") + "/ws/2"), listener)
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private void raw(byte[]... parts) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 5_000);
            socket.setSoTimeout(20);
            for (byte[] part : parts) {
                socket.getOutputStream().write(part);
                socket.getOutputStream().flush();
            }
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(64)).isNotNull();
        } catch (IOException closedOrSlow) {
            // also a broken request may be answered, dropped or left waiting for its rest
        }
    }

    private void assertAnswers(long round) throws Exception {
        String where = "round " + round + " of seed " + seed;
        assertThat(endpoint.isAlive()).as(where).isTrue();
        HttpRequest whoami = HttpRequest.newBuilder(uri.resolve("/api/2/whoami"))
                .timeout(Duration.ofSeconds(10))
                .build();
        assertThat(http.send(whoami, BodyHandlers.ofString()).statusCode())
                .as(where)
                .isEqualTo(200);
        Silent listener = new Silent();
        WebSocket socket = open(listener);
        socket.sendText("START-SEND-EVENTS", true)
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        assertThat(listener.first.get(10, TimeUnit.SECONDS)).as(where).isEqualTo("START-SEND-EVENTS:ACK");
        socket.abort();
    }

    /** Keeps the first frame and drops all others. */
    private static final class Silent implements WebSocket.Listener {
        private final CompletableFuture<String> first = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            first.complete(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            first.completeExceptionally(error);
        }
    }
}
