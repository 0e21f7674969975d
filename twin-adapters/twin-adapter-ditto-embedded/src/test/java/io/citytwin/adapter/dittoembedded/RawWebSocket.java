package io.citytwin.adapter.dittoembedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Java platform's own WebSocket client. */
final class RawWebSocket implements AutoCloseable {

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private volatile int code;

    RawWebSocket(URI uri, String... headers) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        URI address = URI.create("ws" + uri.toString().substring("http".length()) + "/ws/2");
        socket = builder.buildAsync(address, new Listener()).join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void sendInParts(String first, String second) {
        socket.sendText(first, false).join();
        socket.sendText(second, true).join();
    }

    String next() {
        try {
            String frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within 10 s, closed with " + code);
            }
            return frame;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    boolean isSilent() {
        return frames.isEmpty();
    }

    int closedWith() {
        return code;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            code = status;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            code = 1006;
        }
    }
}
