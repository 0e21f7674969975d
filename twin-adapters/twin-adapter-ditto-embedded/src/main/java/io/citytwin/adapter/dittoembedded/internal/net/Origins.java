package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Keeps web pages of others away. A browser can be made to send requests to a loopback port, with a name of the attacker
 * that leads there (DNS rebinding), or across origins. So without a real login the host must be a loopback name or a configured
 * one, and so must be the origin; with a login, cross-site requests that no preflight announced may only read. Immutable.
 */
final class Origins {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String METHODS = "OPTIONS, GET, PUT, PATCH, POST, HEAD, DELETE";

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final boolean open;

    Origins(Set<String> names, boolean open) {
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
        this.open = open;
    }

    /** Refuses what another site makes a browser send. */
    void check(String method, Map<String, String> headers, boolean upgrade) {
        String origin = headers.get("origin");
        if (open && !known(headers.getOrDefault("host", ""))) {
            throw forbidden("The host is not one of this endpoint's names.");
        }
        if ((open || upgrade) && origin != null && !known(origin.replaceFirst("^https?://", ""))) {
            throw forbidden("The origin is not one of this endpoint's names.");
        }
        String mode = headers.getOrDefault("sec-fetch-mode", "");
        boolean unannounced = mode.equals("no-cors") || mode.equals("navigate");
        if (unannounced && headers.getOrDefault("sec-fetch-site", "").equals("cross-site") && !SAFE.contains(method)) {
            throw forbidden("The request comes from another site.");
        }
    }

    /** What a browser is told: with a real login anybody may ask, without one only pages of known names. */
    Map<String, String> headers(Map<String, String> request) {
        String origin = request.get("origin");
        if (!open) {
            return Map.of("access-control-allow-origin", "*", "access-control-allow-methods", METHODS);
        }
        if (origin == null || !known(origin.replaceFirst("^https?://", ""))) {
            return Map.of();
        }
        return Map.of("access-control-allow-origin", origin, "access-control-allow-methods", METHODS, "vary", "Origin");
    }

    private boolean known(String host) {
        return names.contains(host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT));
    }

    private static Refusal forbidden(String why) {
        return Refusal.of(403, "gateway:origin.forbidden", why, "Name the host to the builder, or configure a login.");
    }
}
