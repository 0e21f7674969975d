package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.Optional;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.DittoHeadersBuilder;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTagMatchers;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyPreconditionFailedException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyPreconditionNotModifiedException;

/** Entity tags of policies and their parts, and what commands require of them. */
final class PolicyTags {

    private PolicyTags() {}

    static EntityTag of(PolicyPart part, long revision, JsonValue value) {
        return EntityTag.strong(
                part.isPolicy()
                        ? "\"rev:" + revision + "\""
                        : "\"hash:" + Integer.toHexString(value.toString().hashCode()) + "\"");
    }

    static void require(DittoHeaders command, Optional<EntityTag> tag, boolean reads) {
        Optional<EntityTagMatchers> wanted = command.getIfMatch();
        boolean met = wanted.isEmpty()
                || tag.filter(now -> wanted.get().stream().anyMatch(matcher -> matcher.strongMatch(now)))
                        .isPresent();
        if (!met) {
            throw failed("if-match", wanted.get(), tag, command);
        }
        Optional<EntityTagMatchers> unwanted = command.getIfNoneMatch();
        boolean known = unwanted.isPresent()
                && tag.filter(now -> unwanted.get().stream().anyMatch(matcher -> matcher.weakMatch(now)))
                        .isPresent();
        if (known) {
            throw reads
                    ? notModified(unwanted.get(), tag, command)
                    : failed("if-none-match", unwanted.get(), tag, command);
        }
    }

    private static DittoRuntimeException failed(
            String header, EntityTagMatchers matchers, Optional<EntityTag> tag, DittoHeaders command) {
        return PolicyPreconditionFailedException.newBuilder(
                        header,
                        matchers.toString(),
                        tag.map(EntityTag::toString).orElse(""))
                .dittoHeaders(tagged(command, tag))
                .build();
    }

    private static DittoRuntimeException notModified(
            EntityTagMatchers matchers, Optional<EntityTag> tag, DittoHeaders command) {
        return PolicyPreconditionNotModifiedException.newBuilder(
                        matchers.toString(), tag.map(EntityTag::toString).orElse(""))
                .dittoHeaders(tagged(command, tag))
                .build();
    }

    private static DittoHeaders tagged(DittoHeaders command, Optional<EntityTag> tag) {
        DittoHeadersBuilder<?, ?> headers = command.toBuilder();
        tag.ifPresent(headers::eTag);
        return headers.build();
    }

    /** The headers of an answer. */
    static DittoHeaders answer(Caller caller, DittoHeaders command, long revision, Optional<EntityTag> tag) {
        DittoHeadersBuilder<?, ?> answer = DittoHeaders.newBuilder()
                .responseRequired(false)
                .contentType("application/json")
                .putHeader("entity-revision", Long.toString(revision));
        command.getCorrelationId().ifPresent(answer::correlationId);
        caller.subjects()
                .getFirstAuthorizationSubject()
                .ifPresent(subject -> answer.putHeader("ditto-originator", subject.getId()));
        tag.ifPresent(answer::eTag);
        return answer.build();
    }
}
