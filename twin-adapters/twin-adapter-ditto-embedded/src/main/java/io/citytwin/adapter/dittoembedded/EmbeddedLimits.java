package io.citytwin.adapter.dittoembedded;

import io.citytwin.core.error.CityTwinException;
import java.time.Duration;
import java.util.Map;

/**
 * What an endpoint takes before it refuses. Immutable.
 *
 * @param connections open at once; one more is answered 503
 * @param requests per second and connection; an HTTP request beyond is answered 429, a WebSocket is read more slowly
 * @param headBytes of a request line, and of all headers together; 414 and 431
 * @param bodyBytes of a request; 413
 * @param messageBytes of a WebSocket message, in one frame or several; the session is closed with 1009
 * @param unreadBytes waiting for one client that does not read; the connection is closed
 * @param idle how long a connection may say nothing, or a request take to arrive
 */
public record EmbeddedLimits(
        int connections, int requests, int headBytes, int bodyBytes, int messageBytes, int unreadBytes, Duration idle) {

    /** Refuses what makes no sense. */
    public EmbeddedLimits {
        Map.of(
                        "connections",
                        connections,
                        "requests",
                        requests,
                        "headBytes",
                        headBytes,
                        "bodyBytes",
                        bodyBytes,
                        "messageBytes",
                        messageBytes,
                        "unreadBytes",
                        unreadBytes)
                .forEach(EmbeddedLimits::positive);
        positive("idle", (int) Math.min(Integer.MAX_VALUE, idle.toMillis()));
    }

    /**
     * Limits for a small site: 256 connections, 5 000 requests per second each, 16 KiB of headers, 300 kB of body and of
     * message (Ditto's own limits are 100 kB for a Thing and 250 kB for a message), 4 MiB unread, 60 s.
     *
     * @return limits
     */
    public static EmbeddedLimits defaults() {
        return new EmbeddedLimits(256, 5_000, 16_384, 300_000, 300_000, 4 << 20, Duration.ofSeconds(60));
    }

    /**
     * The same with another number of connections.
     *
     * @param most open at once
     * @return new limits
     */
    public EmbeddedLimits withConnections(int most) {
        return new EmbeddedLimits(most, requests, headBytes, bodyBytes, messageBytes, unreadBytes, idle);
    }

    /**
     * The same with another rate.
     *
     * @param most per second and connection
     * @return new limits
     */
    public EmbeddedLimits withRequests(int most) {
        return new EmbeddedLimits(connections, most, headBytes, bodyBytes, messageBytes, unreadBytes, idle);
    }

    /**
     * The same with another bound on what a slow reader leaves unread.
     *
     * @param most bytes
     * @return new limits
     */
    public EmbeddedLimits withUnreadBytes(int most) {
        return new EmbeddedLimits(connections, requests, headBytes, bodyBytes, messageBytes, most, idle);
    }

    /**
     * The same with another patience.
     *
     * @param longest silence
     * @return new limits
     */
    public EmbeddedLimits withIdle(Duration longest) {
        return new EmbeddedLimits(connections, requests, headBytes, bodyBytes, messageBytes, unreadBytes, longest);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new CityTwinException(
                    EmbeddedError.SETTING,
                    "The limit `" + name + "` is `" + value + "`.",
                    "Maybe start from `EmbeddedLimits.defaults()`.");
        }
    }
}
