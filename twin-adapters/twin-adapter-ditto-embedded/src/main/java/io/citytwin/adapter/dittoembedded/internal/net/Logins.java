package io.citytwin.adapter.dittoembedded.internal.net;

import com.google.common.base.Splitter;
import io.citytwin.adapter.dittoembedded.BearerLogin;
import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.core.time.CityClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.ditto.base.model.auth.AuthorizationContext;
import org.eclipse.ditto.base.model.auth.AuthorizationModelFactory;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.auth.DittoAuthorizationContextType;

/**
 * Recognises callers. With no login configured everybody is {@code nginx:ditto}. Safe for use by many threads.
 *
 * @param passwords of users
 * @param bearer checks tokens; empty if none are taken
 * @param preAuthenticated whether {@code x-ditto-pre-authenticated} is believed
 * @param clock says when tokens expire
 */
public record Logins(
        Passwords passwords,
        Optional<Function<String, Optional<BearerLogin>>> bearer,
        boolean preAuthenticated,
        CityClock clock) {

    private static final String PRE = "x-ditto-pre-authenticated";
    private static final String EVERYBODY = "nginx:ditto";
    private static final int LONGEST = 16_384;

    /**
     * Whether nobody needs to log in.
     *
     * @return true if no login is configured
     */
    public boolean open() {
        return passwords.isEmpty() && bearer.isEmpty() && !preAuthenticated;
    }

    /** Whether a request gets in by what any web page could make a browser send, so that pages must be kept away. */
    boolean trusting() {
        return open() || preAuthenticated;
    }

    /** Who asks. */
    Login recognise(Map<String, String> headers, String session) {
        if (open()) {
            return login(session, List.of(EVERYBODY), Optional.empty());
        }
        String pre = headers.getOrDefault(PRE, "");
        if (preAuthenticated && !pre.isBlank()) {
            List<String> subjects =
                    Splitter.on(',').trimResults().omitEmptyStrings().splitToList(pre);
            return subjects.isEmpty() ? refuse() : login(session, subjects, Optional.empty());
        }
        String authorization = headers.getOrDefault("authorization", "");
        int space = authorization.indexOf(' ');
        if (space < 0 || authorization.length() > LONGEST) {
            return refuse();
        }
        String secret = authorization.substring(space + 1).strip();
        return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(secret, session);
            case "bearer" -> token(secret, session).orElseGet(this::refuse);
            default -> refuse();
        };
    }

    /** Whom a token stands for now. */
    Optional<Login> token(String token, String session) {
        return bearer.flatMap(check -> check.apply(token))
                .filter(found -> found.expires().isAfter(clock.now()))
                .map(found -> login(session, found.subjects(), Optional.of(found.expires())));
    }

    /** Whether a login is over. */
    boolean expired(Optional<Instant> expires) {
        return expires.filter(end -> !end.isAfter(clock.now())).isPresent();
    }

    private Login basic(String secret, String session) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return refuse();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return refuse();
        }
        return passwords
                .check(pair.substring(0, colon), pair.substring(colon + 1))
                .map(subjects -> login(session, subjects, Optional.empty()))
                .orElseGet(this::refuse);
    }

    private Login refuse() {
        throw Refusal.stranger(passwords.isEmpty() ? "Bearer" : "Basic realm=\"ditto\"");
    }

    private Login login(String session, List<String> subjects, Optional<Instant> expires) {
        List<AuthorizationSubject> all =
                subjects.stream().map(AuthorizationModelFactory::newAuthSubject).toList();
        AuthorizationContext context =
                AuthorizationContext.newInstance(DittoAuthorizationContextType.PRE_AUTHENTICATED_HTTP, all);
        return new Login(new Caller(session, context), expires);
    }

    @Override
    public String toString() {
        return "Logins[" + passwords + ", bearer=" + bearer.isPresent() + ", preAuthenticated=" + preAuthenticated
                + "]";
    }
}
