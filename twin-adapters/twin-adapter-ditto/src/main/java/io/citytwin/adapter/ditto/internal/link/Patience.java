package io.citytwin.adapter.ditto.internal.link;

import java.time.Duration;

/**
 * How long a link and the web wait. Immutable.
 *
 * @param attempt until a new connection is useful; a real Ditto takes up to 5 s to confirm a subscription
 * @param answer until a command is answered
 * @param silence after which a connection from which nothing came, not even a pong, is dead
 * @param backoff pauses between attempts
 * @param seed of the random part of pauses
 */
public record Patience(Duration attempt, Duration answer, Duration silence, Backoff backoff, long seed) {

    /**
     * For a Ditto in the same city.
     *
     * @return 15 s for each
     */
    public static Patience standard() {
        return new Patience(
                Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(15), Backoff.standard(), 1);
    }
}
