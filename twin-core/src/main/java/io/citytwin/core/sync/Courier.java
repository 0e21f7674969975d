package io.citytwin.core.sync;

import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings directives to one adapter. In real time it has a thread of its own, so that an adapter that hangs stops nobody
 * else; in virtual time everything happens on the caller's thread, in the same order each time. Safe for use by many
 * threads.
 */
final class Courier implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final String adapter;
    private final @Nullable ThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;

    Courier(String adapter, CityClock clock) {
        this.adapter = adapter;
        executor = clock instanceof VirtualClock ? null : executor("citytwin-adapter-" + adapter);
    }

    private ThreadPoolExecutor executor(String name) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread fresh = new Thread(work, name);
                    fresh.setDaemon(true);
                    thread = fresh;
                    return fresh;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /**
     * Does the work now, or soon.
     *
     * @throws IllegalStateException if too much waits for the adapter already
     */
    void bring(Runnable work) {
        if (executor == null) {
            work.run();
            return;
        }
        try {
            executor.execute(work);
        } catch (RejectedExecutionException full) {
            throw new IllegalStateException("the adapter hangs: " + MOST_WAITING + " directives wait for it", full);
        }
    }

    /** Ends the thread; an adapter that hangs is interrupted. */
    @Override
    public void close() {
        if (executor == null) {
            return;
        }
        executor.shutdownNow();
        Thread last = thread;
        if (last == null || last == Thread.currentThread()) {
            return;
        }
        try {
            last.join(PATIENCE.toMillis());
            if (last.isAlive()) {
                LOG.warn("`{}` hangs and hears no interrupt: its thread is left behind.", adapter);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
