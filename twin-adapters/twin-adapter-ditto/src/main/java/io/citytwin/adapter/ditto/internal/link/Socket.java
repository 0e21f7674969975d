package io.citytwin.adapter.ditto.internal.link;

import com.neovisionaries.ws.client.ThreadType;
import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketAdapter;
import com.neovisionaries.ws.client.WebSocketException;
import com.neovisionaries.ws.client.WebSocketFrame;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.ditto.client.configuration.AuthenticationConfiguration;
import org.eclipse.ditto.client.configuration.DummyAuthenticationConfiguration;
import org.eclipse.ditto.client.messaging.AuthenticationProvider;
import org.jspecify.annotations.Nullable;

/**
 * The socket below the client. The client shows it once, to whoever authenticates; being there is the only way to see
 * pongs, to end a connection that hangs in its handshake, and to say a new token without it being logged. Safe for use by
 * many threads.
 */
final class Socket extends WebSocketAdapter implements AuthenticationProvider<WebSocket> {

    private static final int GOING = 1000;

    private final Map<String, String> headers;
    private final Consumer<String> loss;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private volatile @Nullable WebSocket socket;
    private volatile boolean heard;
    private volatile boolean killed;

    Socket(Map<String, String> headers, Consumer<String> loss) {
        this.headers = Map.copyOf(headers);
        this.loss = loss;
    }

    @Override
    public AuthenticationConfiguration getConfiguration() {
        return DummyAuthenticationConfiguration.newBuilder()
                .dummyUsername("citytwin")
                .build();
    }

    @Override
    public void prepareAuthentication(WebSocket channel) {
        socket = channel;
        headers.forEach(channel::addHeader);
        // The client's own pings need a thread of their own and nobody looks for the pongs: see Session.
        channel.setPingInterval(0);
        channel.addListener(this);
    }

    @Override
    public void destroy() {
        // Nothing to end: tokens outlive the connection.
    }

    /** Whether anything came since the last call. */
    boolean heardSince() {
        boolean answer = heard;
        heard = false;
        return answer;
    }

    void ping() {
        WebSocket channel = socket;
        if (channel != null && channel.isOpen()) {
            channel.sendPing();
        }
    }

    void say(String text) {
        WebSocket channel = socket;
        if (channel != null && channel.isOpen()) {
            channel.sendText(text);
        }
    }

    /**
     * Says goodbye and gives the other side a moment to say it too. Never by {@code disconnect}: that starts a timer which
     * nobody stops if the connection's reader has just ended, and its thread would keep the program from ending.
     */
    void leave(long millis) {
        WebSocket channel = socket;
        if (channel != null && channel.isOpen()) {
            channel.sendClose(GOING);
            join(millis);
        }
    }

    /** Ends the connection at once, even in the middle of a handshake or a write that hangs. */
    void kill() {
        killed = true;
        WebSocket channel = socket;
        java.net.Socket below = channel == null ? null : channel.getSocket();
        if (below != null) {
            try {
                below.close();
            } catch (IOException ignored) {
                // It is closed either way.
            }
        }
    }

    /** Waits until the threads of the connection have ended. */
    void join(long millis) {
        long each = Math.max(1, millis / Math.max(1, threads.size()));
        for (Thread thread : threads) {
            try {
                if (thread != Thread.currentThread()) {
                    TimeUnit.MILLISECONDS.timedJoin(thread, each);
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void onThreadCreated(WebSocket channel, ThreadType type, Thread thread) {
        thread.setName("citytwin-ditto-" + thread.getName());
        thread.setDaemon(true);
        threads.add(thread);
    }

    @Override
    public void onConnected(WebSocket channel, Map<String, List<String>> answered) {
        heard = true;
        hurry(channel.getSocket());
        if (killed) {
            kill();
        }
    }

    // Otherwise a frame waits until what was sent before it is confirmed, which takes the other side up to 40 ms.
    private static void hurry(java.net.@Nullable Socket below) {
        try {
            if (below != null) {
                below.setTcpNoDelay(true);
            }
        } catch (SocketException gone) {
            // The reader notices.
        }
    }

    @Override
    public void onFrame(WebSocket channel, WebSocketFrame frame) {
        heard = true;
    }

    @Override
    public void onConnectError(WebSocket channel, WebSocketException failure) {
        loss.accept(String.valueOf(failure.getMessage()));
    }

    @Override
    public void onDisconnected(
            WebSocket channel, @Nullable WebSocketFrame theirs, @Nullable WebSocketFrame ours, boolean closedByThem) {
        loss.accept(closedByThem ? "Ditto ended the connection" : "the connection broke");
    }
}
