package io.citytwin.adapter.dittotck;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Ditto to test. Immutable.
 *
 * @param uri such as {@code http://localhost:8080}
 * @param logins {@code Authorization} header by role: {@code operator}, {@code integrator}, {@code citizen}
 */
public record DittoTarget(URI uri, Map<String, String> logins) {

    private static final List<String> ROLES = List.of("operator", "integrator", "citizen");

    /** Copies the logins; each role needs one. */
    public DittoTarget {
        logins = Map.copyOf(logins);
        for (String role : ROLES) {
            if (!logins.containsKey(role)) {
                throw new IllegalArgumentException("No login for `" + role + "`. Maybe set CITYTWIN_DITTO_"
                        + role.toUpperCase(Locale.ROOT) + "=user:password.");
            }
        }
    }

    /**
     * A Ditto with basic authentication.
     *
     * @param uri such as {@code http://localhost:8080}
     * @param operator {@code user:password}
     * @param integrator {@code user:password}
     * @param citizen {@code user:password}
     * @return the target
     */
    public static DittoTarget basic(URI uri, String operator, String integrator, String citizen) {
        return new DittoTarget(
                uri, Map.of("operator", basic(operator), "integrator", basic(integrator), "citizen", basic(citizen)));
    }

    /**
     * The Ditto that the environment names: {@code CITYTWIN_DITTO_URL}, and {@code CITYTWIN_DITTO_OPERATOR},
     * {@code CITYTWIN_DITTO_INTEGRATOR} and {@code CITYTWIN_DITTO_CITIZEN} as {@code user:password}.
     *
     * @param environment such as {@link System#getenv()}
     * @return empty if no URL is set
     */
    public static Optional<DittoTarget> from(Map<String, String> environment) {
        String url = environment.getOrDefault("CITYTWIN_DITTO_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> logins = new LinkedHashMap<>();
        for (String role : ROLES) {
            String login = environment.get("CITYTWIN_DITTO_" + role.toUpperCase(Locale.ROOT));
            if (login != null && login.contains(":")) {
                logins.put(role, basic(login));
            }
        }
        return Optional.of(new DittoTarget(URI.create(url), logins));
    }

    /** Names no password. */
    @Override
    public String toString() {
        return uri + " as " + String.join(", ", logins.keySet());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
