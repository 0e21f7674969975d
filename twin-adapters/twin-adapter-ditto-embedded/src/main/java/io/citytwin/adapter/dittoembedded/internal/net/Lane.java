package io.citytwin.adapter.dittoembedded.internal.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things one after the other on shared workers. Safe for use by many threads. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int TURN = 64;

    private final Executor workers;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Lane(Executor workers) {
        this.workers = workers;
    }

    /** Adds something to do; the answer is how much waits now. */
    int add(Runnable work) {
        synchronized (waiting) {
            waiting.add(work);
            if (!running) {
                running = true;
                workers.execute(this::turn);
            }
            return waiting.size();
        }
    }

    /** After some work the others get the worker, so that no busy session starves them. */
    private void turn() {
        for (int i = 0; i < TURN; i++) {
            Runnable work;
            synchronized (waiting) {
                if (waiting.isEmpty()) {
                    running = false;
                    return;
                }
                work = waiting.remove();
            }
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                LOG.error("A session failed unexpectedly.", failed);
            }
        }
        goOn();
    }

    private void goOn() {
        try {
            workers.execute(this::turn);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The endpoint is closing: what waits is not done.");
        }
    }
}
