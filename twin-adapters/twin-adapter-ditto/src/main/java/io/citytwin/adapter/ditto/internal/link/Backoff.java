package io.citytwin.adapter.ditto.internal.link;

import java.time.Duration;
import java.util.Random;

/**
 * How long to pause between attempts: each pause is twice the one before, up to a longest, and a random part shorter so
 * that many clients do not return at once. Immutable.
 *
 * @param first pause
 * @param longest pause
 * @param jitter largest part that is taken away, 0 to 1
 */
public record Backoff(Duration first, Duration longest, double jitter) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * Quick at first: a network that blinked is back at once.
     *
     * @return from 100 ms to 15 s
     */
    public static Backoff standard() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(15), 0.3);
    }

    /**
     * A pause.
     *
     * @param failures so far, at least 1
     * @param random for the jitter
     * @return how long
     */
    public Duration pause(int failures, Random random) {
        long whole = first.toMillis() << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long bounded = Math.min(whole, longest.toMillis());
        return Duration.ofMillis(bounded - (long) (bounded * jitter * random.nextDouble()));
    }
}
