package io.citytwin.examples.milan.protocol;

import java.time.Duration;

/** Holds virtual time until all that was sent has arrived. Safe for use by many threads. */
final class Lockstep {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private long sent;
    private long arrived;
    private String problem = "";

    synchronized void sent() {
        sent++;
    }

    synchronized void arrived() {
        arrived++;
        notifyAll();
    }

    /** What came was not what was sent: nothing more can be expected. */
    synchronized void fail(String what) {
        problem = what;
        notifyAll();
    }

    /**
     * Waits.
     *
     * @throws IllegalStateException if something is lost, or arrived otherwise than it was sent
     */
    synchronized void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = end - System.nanoTime();
                    arrived < sent && problem.isEmpty();
                    left = end - System.nanoTime()) {
                if (left <= 0) {
                    throw new IllegalStateException("of " + sent + " messages " + (sent - arrived) + " did not arrive");
                }
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("somebody wants to end the demo", hurry);
        }
        if (!problem.isEmpty()) {
            throw new IllegalStateException(problem);
        }
    }
}
