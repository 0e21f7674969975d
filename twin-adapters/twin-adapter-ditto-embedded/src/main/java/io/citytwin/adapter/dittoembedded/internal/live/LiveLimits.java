package io.citytwin.adapter.dittoembedded.internal.live;

import java.time.Duration;

/**
 * How much may wait for an answer. Immutable.
 *
 * @param pendingPerSession commands and messages of one session
 * @param pending those of all sessions
 * @param messageBytes length of a message's payload
 * @param timeout if a command does not say one
 * @param longestTimeout that a command may say
 */
public record LiveLimits(
        int pendingPerSession, int pending, int messageBytes, Duration timeout, Duration longestTimeout) {

    /** What Ditto allows, and counts for a small site. */
    public static final LiveLimits USUAL =
            new LiveLimits(1000, 20_000, 250_000, Duration.ofSeconds(10), Duration.ofSeconds(60));
}
