package io.citytwin.adapter.ditto.internal.link;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The link's only thread as one session of the client sees it. The client would deliver frames out of order with its own
 * executors, and shuts down what it is given: this runs everything in order, and a shutdown only ends the session's part.
 * Safe for use by many threads.
 */
final class Lane extends AbstractExecutorService implements ScheduledExecutorService {

    private final ScheduledExecutorService thread;
    private volatile boolean ended;

    Lane(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /** What the session still had to do is left undone. */
    void end() {
        ended = true;
    }

    @Override
    public void execute(Runnable task) {
        if (!ended) {
            thread.execute(unlessEnded(task));
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return thread.schedule(unlessEnded(task), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return thread.schedule(task, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        return thread.scheduleAtFixedRate(unlessEnded(task), delay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long pause, TimeUnit unit) {
        return thread.scheduleWithFixedDelay(unlessEnded(task), delay, pause, unit);
    }

    @Override
    public void shutdown() {
        ended = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        ended = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return ended;
    }

    @Override
    public boolean isTerminated() {
        return ended;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private Runnable unlessEnded(Runnable task) {
        return () -> {
            if (!ended) {
                task.run();
            }
        };
    }
}
