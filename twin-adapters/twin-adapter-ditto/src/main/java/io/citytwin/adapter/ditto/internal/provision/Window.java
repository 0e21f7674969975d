package io.citytwin.adapter.ditto.internal.provision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A bounded number of commands on their way. Safe for use by many threads. */
final class Window {

    private final int size;
    private final Semaphore places;

    Window(int size) {
        this.size = size;
        this.places = new Semaphore(size);
    }

    /** Waits for a place, and starts. What fails is a problem of its own and stops nothing else. */
    void run(Supplier<CompletableFuture<Void>> command, String what, Tally tally) {
        places.acquireUninterruptibly();
        CompletableFuture<Void> end;
        try {
            end = command.get();
        } catch (RuntimeException failure) {
            end = CompletableFuture.failedFuture(failure);
        }
        var unused = end.whenComplete((done, failure) -> {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                tally.problem("`" + what + "` was not finished: " + cause.getMessage());
            }
            places.release();
        });
    }

    void await() {
        places.acquireUninterruptibly(size);
        places.release(size);
    }
}
