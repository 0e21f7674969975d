package io.citytwin.core.sync;

import io.citytwin.core.time.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Follows a clock that goes by itself. Safe for use by many threads. */
final class LiveThread {

    private static final String NAME = "citytwin-live";

    private final Timeline timeline;
    private final CityClock clock;
    private final Runnable afterTurn;
    private final Consumer<RuntimeException> failures;
    private final Thread thread = new Thread(this::follow, NAME);
    private volatile boolean closed;

    LiveThread(Timeline timeline, CityClock clock, Runnable afterTurn, Consumer<RuntimeException> failures) {
        this.timeline = timeline;
        this.clock = clock;
        this.afterTurn = afterTurn;
        this.failures = failures;
        thread.setDaemon(true);
    }

    void start() {
        timeline.agenda().onEarlier(() -> LockSupport.unpark(thread));
        thread.start();
    }

    /** Ends the thread and waits for that, unless the thread itself asks. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread != Thread.currentThread() && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!closed) {
            try {
                Instant now = clock.now();
                Instant present = timeline.present();
                timeline.runUntil(now.isBefore(present) ? present : now);
                afterTurn.run();
            } catch (RuntimeException failure) {
                failures.accept(failure);
            }
            pause();
        }
    }

    private void pause() {
        Duration rest = Duration.between(clock.now(), timeline.wakeAt());
        if (!closed && !rest.isNegative() && !rest.isZero()) {
            LockSupport.parkNanos(this, rest.toNanos());
        }
        // An interrupt would end every later pause at once; this thread ends by closing only.
        boolean ignored = Thread.interrupted();
    }
}
