package io.citytwin.adapter.ditto.internal.link;

import io.citytwin.adapter.ditto.DittoTrust;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An HTTP client that leaves nothing behind and reads no endless answers. Safe for use by many threads. */
final class HttpCalls implements AutoCloseable {

    /** A page of 200 Things of 100 kB. */
    static final int MOST_BYTES = 32 << 20;

    private static final int THREADS = 2;

    private final ThreadPoolExecutor threads;
    private final AtomicReference<@Nullable HttpClient> client = new AtomicReference<>();

    HttpCalls(String name, DittoTrust trust, Duration connect) {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> named(task, name));
        threads.allowCoreThreadTimeOut(true);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                // A redirect would carry credentials to somebody else.
                .followRedirects(HttpClient.Redirect.NEVER);
        Anchors.forWeb(trust).ifPresent(builder::sslContext);
        client.set(builder.build());
    }

    CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        HttpClient open = client.get();
        if (open == null) {
            return CompletableFuture.failedFuture(new IOException("closed"));
        }
        return open.sendAsync(request, ignored -> new BoundedBody(MOST_BYTES));
    }

    /** Java 17 cannot close its client: its last thread ends when nobody holds the client any more. */
    @Override
    public void close() {
        client.set(null);
        threads.shutdownNow();
    }

    private static Thread named(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
