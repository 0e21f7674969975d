package io.citytwin.adapter.ditto;

import io.citytwin.core.error.CityTwinException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Who a city is to its Ditto. No secret is ever in a text that this makes. Immutable. */
public sealed interface DittoLogin {

    /**
     * A name and a password with each connection.
     *
     * @param user name, without a colon
     * @param password secret
     * @return a login
     * @throws CityTwinException {@code D102} if the name is empty or has a colon
     */
    static DittoLogin basic(String user, String password) {
        return new Basic(user, password);
    }

    /**
     * An OAuth 2.0 client that asks for tokens and renews them before they end.
     *
     * @param tokenUri of the authorization server; https, or http on loopback
     * @param clientId name of the client
     * @param secret of the client
     * @param scopes to ask for; may be empty
     * @return a login
     * @throws CityTwinException {@code D102} if the name is empty, or the secret would travel unencrypted
     */
    static DittoLogin clientCredentials(URI tokenUri, String clientId, String secret, List<String> scopes) {
        return new ClientCredentials(tokenUri, clientId, secret, scopes);
    }

    /**
     * A subject that Ditto believes without a proof. Only for a Ditto behind a proxy that sets this header itself, and
     * only if that Ditto was told to allow it.
     *
     * @param subject such as {@code nginx:ditto}
     * @return a login
     * @throws CityTwinException {@code D102} if it is empty
     */
    static DittoLogin preAuthenticated(String subject) {
        return new PreAuthenticated(subject);
    }

    /**
     * Nobody.
     *
     * @return a login
     */
    static DittoLogin none() {
        return new None();
    }

    /**
     * A name and a password. Immutable.
     *
     * @param user name
     * @param password secret
     */
    record Basic(String user, String password) implements DittoLogin {
        /** Checks the name. */
        public Basic {
            if (user.isEmpty() || user.indexOf(':') >= 0 || control(user) || control(password)) {
                throw refused(
                        "The user `" + printable(user) + "` cannot log in", "Maybe the name is empty or has a colon.");
            }
        }

        @Override
        public String toString() {
            return "basic " + user;
        }
    }

    /**
     * An OAuth 2.0 client. Immutable.
     *
     * @param tokenUri where tokens come from
     * @param clientId name
     * @param secret of the client
     * @param scopes to ask for
     */
    record ClientCredentials(URI tokenUri, String clientId, String secret, List<String> scopes) implements DittoLogin {
        /** Checks the address and copies the scopes. */
        public ClientCredentials {
            scopes = List.copyOf(scopes);
            if (clientId.isEmpty() || control(clientId)) {
                throw refused("The client `" + printable(clientId) + "` cannot log in", "Maybe its name is empty.");
            }
            if (!safe(tokenUri)) {
                throw refused(
                        "Tokens cannot be asked for at `" + tokenUri.getScheme() + "://" + tokenUri.getHost() + "`",
                        "Maybe it is not https, or has a user in it; http is allowed on this machine only.");
            }
        }

        @Override
        public String toString() {
            return "client " + clientId + " of " + tokenUri.getHost();
        }
    }

    /**
     * A subject that is believed. Immutable.
     *
     * @param subject such as {@code nginx:ditto}
     */
    record PreAuthenticated(String subject) implements DittoLogin {
        /** Checks the subject. */
        public PreAuthenticated {
            if (subject.isBlank() || control(subject)) {
                throw refused("The subject `" + printable(subject) + "` cannot log in", "Maybe it is empty.");
            }
        }
    }

    /** Nobody. Immutable. */
    record None() implements DittoLogin {}

    private static boolean safe(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost();
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        return !host.isEmpty()
                && uri.getUserInfo() == null
                && (scheme.equals("https") || (scheme.equals("http") && here));
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(DittoError.LOGIN, problem + ".", advice);
    }
}
