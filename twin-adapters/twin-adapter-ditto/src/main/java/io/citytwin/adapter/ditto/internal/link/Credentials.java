package io.citytwin.adapter.ditto.internal.link;

import io.citytwin.adapter.ditto.DittoLogin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What to show at the door, shared by the link and the web. Safe for use by many threads. */
public final class Credentials implements AutoCloseable {

    private static final String AUTHORIZATION = "Authorization";

    private final Map<String, String> fixed;
    private final Optional<Tokens> tokens;

    private Credentials(Map<String, String> fixed, Optional<Tokens> tokens) {
        this.fixed = fixed;
        this.tokens = tokens;
    }

    /**
     * The credentials of a login that needs no tokens, or of one that does.
     *
     * @param login who
     * @param settings for the requests to a token server
     * @return credentials; nothing is asked for yet
     */
    public static Credentials of(DittoLogin login, TokenSettings settings) {
        if (login instanceof DittoLogin.Basic basic) {
            byte[] pair = (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
            String text = "Basic " + Base64.getEncoder().encodeToString(pair);
            return new Credentials(Map.of(AUTHORIZATION, text), Optional.empty());
        }
        if (login instanceof DittoLogin.PreAuthenticated believed) {
            return new Credentials(Map.of("x-ditto-pre-authenticated", believed.subject()), Optional.empty());
        }
        if (login instanceof DittoLogin.ClientCredentials client) {
            return new Credentials(Map.of(), Optional.of(new Tokens(client, settings)));
        }
        return new Credentials(Map.of(), Optional.empty());
    }

    /**
     * Headers of a request.
     *
     * @return completes at once unless a token must be fetched
     */
    CompletableFuture<Map<String, String>> headers() {
        return tokens.map(source -> source.token().thenApply(token -> Map.of(AUTHORIZATION, "Bearer " + token)))
                .orElseGet(() -> CompletableFuture.completedFuture(fixed));
    }

    /** Where tokens come from; empty if there are none. */
    Optional<Tokens> tokens() {
        return tokens;
    }

    /** How long until the token should be renewed; empty if there is none. */
    Optional<Duration> renewal() {
        return tokens.map(Tokens::renewal);
    }

    /** What was shown is not believed: the next call asks for another token. */
    void rejected() {
        tokens.ifPresent(Tokens::forget);
    }

    /** Ends the requests for tokens. */
    @Override
    public void close() {
        tokens.ifPresent(Tokens::close);
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
