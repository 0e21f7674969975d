package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;
import org.eclipse.ditto.things.model.ThingsModelFactory;

/**
 * Answers commands that read.
 *
 * @param shelf all Things
 * @param policies that say what can be seen
 * @param guards conditions
 */
record Reading(Shelf shelf, Policies policies, Guards guards) {

    private static final String AT_REVISION = "at-historical-revision";
    private static final String AT_TIME = "at-historical-timestamp";

    Reply read(Ask ask) {
        StoredThing thing = thing(ask);
        Sight sight = new Sight(ask.caller(), policies.access(policyNow(thing)));
        if (!sight.some()) {
            throw missing(ask);
        }
        guards.condition(ask, sight, thing);
        JsonObject whole = thing.json();
        Optional<JsonValue> seen = sight.part(whole, ask.part().path());
        Optional<EntityTag> tag = Tags.of(ask.part(), thing.revision(), seen);
        Guards.match(ask, tag);
        if (seen.isEmpty()) {
            throw notFound(ask, sight, whole);
        }
        boolean withPolicy = selects(ask.command().fields(), "_policy");
        if (!withPolicy && Guards.isKnown(ask, tag)) {
            return reply(ask, thing, HttpStatus.NOT_MODIFIED, tag, Optional.empty());
        }
        JsonValue value = ask.part().isThing() ? whole(ask, sight, thing) : selected(ask, seen.get());
        return reply(ask, thing, HttpStatus.OK, tag, Optional.of(value));
    }

    /** A whole Thing, for answers that hold many; empty if it is not there or not to be seen. */
    Optional<JsonObject> visible(Ask ask) {
        return shelf.find(ask.part().thing()).flatMap(thing -> {
            Sight sight = new Sight(ask.caller(), policies.access(thing.policy()));
            return sight.some() ? Optional.of(whole(ask, sight, thing)) : Optional.empty();
        });
    }

    private static Reply reply(
            Ask ask, StoredThing thing, HttpStatus status, Optional<EntityTag> tag, Optional<JsonValue> value) {
        return new Reply(status, value, Echo.answer(ask.echo(), thing.revision(), tag, Action.RETRIEVE));
    }

    /** The policy of today also guards the past. */
    private PolicyId policyNow(StoredThing thing) {
        return shelf.find(thing.id()).map(StoredThing::policy).orElse(thing.policy());
    }

    /** Says what is missing as far as the caller can see: of a hidden feature not even a property is missing. */
    static DittoRuntimeException notFound(Ask ask, Sight sight, JsonObject whole) {
        Part part = ask.part();
        boolean inNothing =
                part.isInFeature() && sight.part(whole, part.feature().path()).isEmpty();
        return (inNothing ? part.feature() : part).notFound(ask.echo());
    }

    private StoredThing thing(Ask ask) {
        String revision = ask.command().headers().get(AT_REVISION);
        String time = ask.command().headers().get(AT_TIME);
        ThingId id = ask.part().thing();
        if (revision == null && time == null) {
            return shelf.find(id).orElseThrow(() -> missing(ask));
        }
        Optional<StoredThing> past;
        if (revision != null) {
            long number = number(revision, ask);
            past = shelf.past(id, fact -> fact.revision() <= number).filter(then -> then.revision() == number);
        } else {
            Instant moment = moment(String.valueOf(time), ask);
            past = shelf.past(id, fact -> !fact.at().isAfter(moment));
        }
        return past.orElseThrow(() -> missing(ask));
    }

    /** The same for what is not there and for what is not to be seen, now or then. */
    private static DittoRuntimeException missing(Ask ask) {
        String revision = ask.command().headers().get(AT_REVISION);
        String time = ask.command().headers().get(AT_TIME);
        if (revision == null && time == null) {
            return new Part(ask.part().thing(), JsonPointer.empty(), Part.Kind.THING).notFound(ask.echo());
        }
        String when = revision == null ? "timestamp '" + time + "'" : "revision '" + revision + "'";
        Refusal.Words words = new Refusal.Words(
                "The Thing with ID '" + ask.part().thing() + "' at " + when
                        + " could not be found or requester had insufficient permissions to access it.",
                "Check if the ID of your requested Thing was correct, you have sufficient permissions and ensure that"
                        + " the asked for revision/timestamp does not exceed the history-retention-duration.");
        return Refusal.of("things:thing.history.notfound", HttpStatus.NOT_FOUND, words, ask.echo());
    }

    private static long number(String text, Ask ask) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw wrongHeader(AT_REVISION, text, ask);
        }
    }

    private static Instant moment(String text, Ask ask) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw wrongHeader(AT_TIME, text, ask);
        }
    }

    private static DittoRuntimeException wrongHeader(String header, String value, Ask ask) {
        Refusal.Words words = new Refusal.Words(
                "The value '" + value + "' of the header '" + header + "' is not valid.",
                "Maybe use a number from 1 or an ISO-8601 instant.");
        return Refusal.of("header.invalid", HttpStatus.BAD_REQUEST, words, ask.echo());
    }

    private static boolean selects(Optional<JsonFieldSelector> fields, String key) {
        return fields.filter(selector -> selector.getPointers().stream()
                        .anyMatch(pointer -> pointer.getRoot()
                                .filter(JsonKey.of(key)::equals)
                                .isPresent()))
                .isPresent();
    }

    private JsonObject whole(Ask ask, Sight sight, StoredThing thing) {
        Optional<JsonFieldSelector> fields = ask.command().fields();
        if (fields.isEmpty()) {
            return sight.whole(thing.json());
        }
        JsonObject seen = sight.whole(Metadata.with(thing));
        if (selects(fields, "_policy")) {
            seen = withPolicy(ask, thing, seen);
        }
        List<JsonKey> features = seen.getValue("features")
                .filter(value -> value.isObject() && !value.isNull())
                .map(value -> value.asObject().getKeys())
                .orElse(List.of());
        return seen.get(ThingsModelFactory.expandFeatureIdWildcards(features, fields.get()));
    }

    private JsonObject withPolicy(Ask ask, StoredThing thing, JsonObject seen) {
        try {
            Optional<JsonValue> policy = policies.execute(ask.caller(), PolicyReads.whole(thing.policy(), ask))
                    .value();
            return policy.map(json -> seen.setValue("_policy", json)).orElse(seen);
        } catch (DittoRuntimeException hidden) {
            return seen;
        }
    }

    private static JsonValue selected(Ask ask, JsonValue part) {
        Optional<JsonFieldSelector> fields = ask.command().fields();
        boolean whole = fields.isEmpty() || !part.isObject() || part.isNull();
        return whole ? part : part.asObject().get(fields.get());
    }
}
