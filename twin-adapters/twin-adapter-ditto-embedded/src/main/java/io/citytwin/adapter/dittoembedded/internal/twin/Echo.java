package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.headers.DittoHeaderDefinition;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.DittoHeadersBuilder;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;

/** Which headers of a command come back with its answer or travel on with its event. */
final class Echo {

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    // Instructions to the endpoint, which newer clients send and the library does not know.
    private static final Set<String> INSTRUCTIONS = Set.of(
            "if-equal",
            "at-historical-revision",
            "at-historical-timestamp",
            "get-metadata",
            "delete-metadata",
            "merge-thing-patch-conditions",
            "authorization",
            "x-ditto-pre-authenticated",
            "cookie");

    private Echo() {}

    /** What answers and refusals share. */
    static DittoHeaders of(Caller caller, DittoHeaders command) {
        return kept(caller, command)
                .removeHeader(DittoHeaderDefinition.REQUESTED_ACKS.getKey())
                .contentType(JSON)
                .build();
    }

    private static DittoHeadersBuilder<?, ?> kept(Caller caller, DittoHeaders command) {
        DittoHeadersBuilder<?, ?> kept = DittoHeaders.newBuilder();
        for (Map.Entry<String, String> header : command.asCaseSensitiveMap().entrySet()) {
            String key = header.getKey().toLowerCase(Locale.ROOT);
            boolean known = DittoHeaderDefinition.forKey(key)
                    .map(definition -> definition.shouldWriteToExternalHeaders())
                    .orElse(true);
            if (known && !INSTRUCTIONS.contains(key) && !key.equals("etag") && !key.equals("ditto-originator")) {
                kept.putHeader(header.getKey(), header.getValue());
            }
        }
        caller.subjects()
                .getFirstAuthorizationSubject()
                .map(AuthorizationSubject::getId)
                .ifPresent(subject -> kept.putHeader(DittoHeaderDefinition.ORIGINATOR.getKey(), subject));
        return kept.responseRequired(false);
    }

    /** Of the answer to a command that was done. */
    static DittoHeaders answer(DittoHeaders echo, long revision, Optional<EntityTag> tag, Action action) {
        DittoHeadersBuilder<?, ?> answer = echo.toBuilder()
                .putHeader("entity-revision", Long.toString(revision))
                .contentType(action == Action.MERGE ? PATCH : JSON);
        tag.ifPresent(answer::eTag);
        return answer.build();
    }

    static DittoHeaders tagged(DittoHeaders echo, EntityTag tag) {
        DittoHeadersBuilder<?, ?> tagged = echo.toBuilder();
        return tagged.eTag(tag).build();
    }

    /** Of the event that a command causes. */
    static DittoHeaders event(Caller caller, DittoHeaders command, long revision, boolean merged) {
        return kept(caller, command)
                .putHeader("entity-revision", Long.toString(revision))
                .contentType(merged ? PATCH : JSON)
                .build();
    }

    /** What is asked for and cannot be done is refused, so that nobody thinks it was. */
    static void refuseUnsupported(DittoHeaders command, DittoHeaders echo) {
        for (String header : Set.of("put-metadata", "get-metadata", "delete-metadata", "live-channel-condition")) {
            if (command.containsKey(header)) {
                throw Refusal.unsupported("The header '" + header + "'", echo);
            }
        }
    }
}
