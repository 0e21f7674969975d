package io.citytwin.adapter.ditto.internal.link;

import io.citytwin.adapter.ditto.DittoTrust;
import io.citytwin.core.time.CityClock;
import java.time.Duration;

/**
 * How tokens are asked for. Immutable.
 *
 * @param trust in the token server
 * @param clock tells when a token ends
 * @param timeout of a request
 * @param margin how long before its end a token is renewed, at most half of its life
 * @param backoff pauses after failures
 */
public record TokenSettings(DittoTrust trust, CityClock clock, Duration timeout, Duration margin, Backoff backoff) {

    /**
     * Renews half a minute ahead.
     *
     * @param trust in the token server
     * @param clock tells when a token ends
     * @return settings
     */
    public static TokenSettings standard(DittoTrust trust, CityClock clock) {
        return new TokenSettings(trust, clock, Duration.ofSeconds(10), Duration.ofSeconds(30), Backoff.standard());
    }
}
