package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.exceptions.InvalidRqlExpressionException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTagMatchers;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingConditionFailedException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingConditionInvalidException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingPreconditionFailedException;

/**
 * What a command requires to be so before it is done. All of it is asked of what the caller can see.
 *
 * @param rql reads conditions
 */
record Guards(Rql rql) {

    /** The condition of a command on a Thing that is there. */
    void condition(Ask ask, Sight sight, StoredThing thing) {
        Optional<String> condition = ask.command().headers().getCondition();
        if (condition.isEmpty()) {
            return;
        }
        try {
            if (!sight.all(JsonPointer.empty()) && !asksOnly(condition.get(), ask, sight)) {
                throw ThingConditionFailedException.newBuilderForInsufficientPermission(ask.echo())
                        .build();
            }
            if (!rql.condition(condition.get(), ask.echo()).test(sight.whole(Metadata.with(thing)))) {
                throw ThingConditionFailedException.newBuilder(ask.echo()).build();
            }
        } catch (InvalidRqlExpressionException broken) {
            throw ThingConditionInvalidException.newBuilder(condition.get(), broken.getMessage())
                    .dittoHeaders(ask.echo())
                    .build();
        }
    }

    /** A condition about what is hidden fails, whether it holds or not. */
    private boolean asksOnly(String condition, Ask ask, Sight sight) {
        return rql.fields(condition, ask.echo()).stream().allMatch(sight::all);
    }

    /** {@code if-match}, of any command. */
    static void match(Ask ask, Optional<EntityTag> tag) {
        Optional<EntityTagMatchers> wanted = ask.command().headers().getIfMatch();
        boolean met = wanted.isEmpty()
                || tag.filter(now -> wanted.get().stream().anyMatch(matcher -> matcher.strongMatch(now)))
                        .isPresent();
        if (!met) {
            throw failed("if-match", wanted.get(), tag, ask.echo());
        }
    }

    /** {@code if-none-match}, of a command that writes. */
    static void noneMatch(Ask ask, Optional<EntityTag> tag) {
        if (isKnown(ask, tag)) {
            EntityTagMatchers unwanted =
                    ask.command().headers().getIfNoneMatch().orElseThrow();
            throw failed("if-none-match", unwanted, tag, ask.echo());
        }
    }

    /** Whether {@code if-none-match} says that the caller has it already. */
    static boolean isKnown(Ask ask, Optional<EntityTag> tag) {
        return tag.filter(now -> ask.command()
                        .headers()
                        .getIfNoneMatch()
                        .filter(known -> known.stream().anyMatch(matcher -> matcher.weakMatch(now)))
                        .isPresent())
                .isPresent();
    }

    private static DittoRuntimeException failed(
            String header, EntityTagMatchers wanted, Optional<EntityTag> tag, DittoHeaders echo) {
        DittoHeaders headers = tag.map(now -> Echo.tagged(echo, now)).orElse(echo);
        return ThingPreconditionFailedException.newBuilder(
                        header, wanted.toString(), tag.map(EntityTag::toString).orElse(""))
                .dittoHeaders(headers)
                .build();
    }

    /** {@code if-equal: skip}, of a command that would change nothing. */
    static void equal(Ask ask, BooleanSupplier same) {
        String header = ifEqual(ask);
        if (header.startsWith("skip") && same.getAsBoolean()) {
            Refusal.Words words = new Refusal.Words(
                    "The previous value was equal to the new value and the 'if-equal' header was set to 'skip'.",
                    "Your changes were not applied, which is probably the expected outcome.");
            throw Refusal.of("things:precondition.failed", HttpStatus.PRECONDITION_FAILED, words, ask.echo());
        }
    }

    /** Refuses a value of {@code if-equal} that nobody knows. */
    static String ifEqual(Ask ask) {
        String header =
                Optional.ofNullable(ask.command().headers().get("if-equal")).orElse("update");
        if (!header.equals("update") && !header.startsWith("skip")) {
            Refusal.Words words = new Refusal.Words(
                    "The value '" + header + "' of the header 'if-equal' is not valid.",
                    "Maybe use 'update' or 'skip'.");
            throw Refusal.of("header.invalid", HttpStatus.BAD_REQUEST, words, ask.echo());
        }
        return header;
    }
}
