package io.citytwin.adapter.dittotck;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A Ditto to test. Immutable.
 *
 * @param uri such as {@code http://localhost:8080}
 * @param logins {@code Authorization} header by role: {@code operator}, {@code integrator}, {@code citizen}
 */
public record DittoTarget(URI uri, Map<String, String> logins) {

    /** Copies the logins. */
    public DittoTarget {
        logins = Map.copyOf(logins);
    }

    /**
     * The Ditto that the environment names: {@code CITYTWIN_DITTO_URL}, and {@code CITYTWIN_DITTO_OPERATOR},
     * {@code CITYTWIN_DITTO_INTEGRATOR} and {@code CITYTWIN_DITTO_CITIZEN} as {@code user:password}.
     *
     * @param environment such as {@link System#getenv()}
     * @return empty if no URL is set
     */
    public static Optional<DittoTarget> from(Map<String, String> environment) {
        throw new UnsupportedOperationException(environment.toString());
    }
}
