package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.headers.DittoHeaderDefinition;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.DittoHeadersBuilder;
import org.eclipse.ditto.base.model.headers.HeaderDefinition;

/** Which headers travel from a command to its answers. Safe for use by many threads. */
public final class Travel {

    // Beside those that the library knows to be nobody else's business.
    private static final Set<String> STAY = Set.of(
            "accept",
            "authorization",
            "content-type",
            "cookie",
            "delete-metadata",
            "ditto-originator",
            "get-metadata",
            "if-equal",
            "requested-acks",
            "response-required",
            "x-ditto-pre-authenticated");

    private Travel() {}

    /**
     * Adds who asks, and a correlation id if there is none.
     *
     * @param headers of a command
     * @param caller who asks
     * @return the headers to work with
     */
    public static DittoHeaders complete(DittoHeaders headers, Caller caller) {
        Optional<String> who = caller.subjects().getFirstAuthorizationSubject().map(AuthorizationSubject::getId);
        boolean named = headers.getCorrelationId().isPresent();
        if (named && who.equals(originator(headers))) {
            // Every part that handles a command completes it, and a builder of headers is dear.
            return headers;
        }
        var builder = headers.toBuilder();
        if (!named) {
            builder.correlationId(UUID.randomUUID().toString());
        }
        who.ifPresent(id -> builder.putHeader(DittoHeaderDefinition.ORIGINATOR.getKey(), id));
        return builder.build();
    }

    /**
     * What an answer repeats of a command: its correlation id, timeout and custom headers.
     *
     * @param headers of a command
     * @return those of its answer
     */
    public static DittoHeaders echo(DittoHeaders headers) {
        DittoHeadersBuilder<?, ?> echo = DittoHeaders.newBuilder();
        headers.asCaseSensitiveMap().forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            boolean outward = DittoHeaderDefinition.forKey(key)
                    .map(HeaderDefinition::shouldWriteToExternalHeaders)
                    .orElse(true);
            if (outward && !STAY.contains(key)) {
                echo.putHeader(name, value);
            }
        });
        return echo.build();
    }

    /**
     * Who caused something.
     *
     * @param headers after {@link #complete}
     * @return a subject
     */
    public static Optional<String> originator(DittoHeaders headers) {
        return Optional.ofNullable(headers.get(DittoHeaderDefinition.ORIGINATOR.getKey()));
    }
}
