package io.citytwin.adapter.ditto.internal.link;

import io.citytwin.adapter.ditto.DittoError;
import io.citytwin.core.error.CityTwinException;
import java.net.URI;
import java.util.Locale;

/**
 * Where a Ditto is: one base address for both of its ways in. Immutable.
 *
 * @param secure whether TLS is spoken
 * @param rest host, port and path, without a slash at the end
 */
public record Address(boolean secure, String rest) {

    /**
     * Reads a base address.
     *
     * @param base such as {@code https://ditto.example.org} or {@code ws://127.0.0.1:8080}
     * @return the address
     * @throws CityTwinException {@code D101} if it has another scheme, no host, or a user, query or fragment
     */
    public static Address of(URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || scheme.equals("wss");
        boolean plain = scheme.equals("http") || scheme.equals("ws");
        // A user in an address would end up in logs.
        if (!(secure || plain) || base.getHost() == null || base.getRawUserInfo() != null || extra(base)) {
            throw new CityTwinException(
                    DittoError.ADDRESS,
                    "`" + scheme + "://" + base.getHost() + "` is not the address of a Ditto.",
                    "Maybe write it as http(s)://host:port or ws(s)://host:port; who logs in is said elsewhere.");
        }
        String path = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        return new Address(secure, base.getRawAuthority() + path);
    }

    /**
     * For the client, which adds {@code /ws/2} itself.
     *
     * @return such as {@code wss://ditto.example.org}
     */
    public String webSocket() {
        return (secure ? "wss://" : "ws://") + rest;
    }

    /**
     * The HTTP API.
     *
     * @return such as {@code https://ditto.example.org/api/2}
     */
    public String api() {
        return (secure ? "https://" : "http://") + rest + "/api/2";
    }

    private static boolean extra(URI base) {
        return base.getRawQuery() != null || base.getRawFragment() != null;
    }
}
