package io.citytwin.adapter.ocpp;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The threads of charge points that are played, all there from the start. Safe for use by many threads. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Network implements AutoCloseable {

    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "charge-points");
                thread.setDaemon(true);
                return thread;
            });
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "charge-points-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client;
    private final String scheme;

    Network() {
        this(Optional.empty());
    }

    /** Over TLS, where a context is given. */
    Network(Optional<SSLContext> tls) {
        workers.prestartAllCoreThreads();
        timer.prestartAllCoreThreads();
        HttpClient.Builder builder = HttpClient.newBuilder().executor(workers).connectTimeout(Duration.ofSeconds(60));
        tls.ifPresent(builder::sslContext);
        client = builder.build();
        scheme = tls.isPresent() ? "wss" : "ws";
    }

    /** Of addresses: {@code ws} or {@code wss}. */
    String scheme() {
        return scheme;
    }

    HttpClient client() {
        return client;
    }

    void every(Duration length, Runnable work) {
        timer.scheduleWithFixedDelay(work, 0, length.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
