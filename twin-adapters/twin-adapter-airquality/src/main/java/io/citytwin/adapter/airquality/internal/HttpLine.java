package io.citytwin.adapter.airquality.internal;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The way to servers that all sources of one adapter share. Safe for use by many threads. */
final class HttpLine {

    private static final int MOST_THREADS = 8;

    private final String name;
    private @Nullable HttpClient client;
    private @Nullable ExecutorService executor;

    HttpLine(String name) {
        this.name = name;
    }

    /** Opened when the first source needs it. */
    synchronized HttpClient client() {
        HttpClient open = client;
        if (open == null) {
            ExecutorService own = new ThreadPoolExecutor(
                    0, MOST_THREADS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
            open = HttpClient.newBuilder()
                    .executor(own)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            executor = own;
            client = open;
        }
        return open;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "citytwin-" + name + "-http");
        thread.setDaemon(true);
        return thread;
    }

    // On Java 17 a client cannot be closed: its one thread ends when the collector finds that nobody holds it any more.
    synchronized void close() {
        client = null;
        ExecutorService own = executor;
        executor = null;
        if (own != null) {
            own.shutdown();
        }
    }
}
