package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import java.util.Optional;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.signals.commands.exceptions.PolicyIdNotDeletableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingConflictException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotDeletableException;

/**
 * Decides what a command that writes would do, without doing it.
 *
 * @param policies that say what can be changed
 * @param choice which policy a new Thing gets
 * @param guards conditions
 * @param limits what Things may cost
 */
record Writing(Policies policies, PolicyChoice choice, Guards guards, Limits limits) {

    /**
     * What is to be done.
     *
     * @param kind as the event names it
     * @param path the part
     * @param value new value or patch
     * @param before the whole Thing; empty if it is new
     * @param after the whole Thing; empty if it ends
     * @param policy of the Thing, before it ends
     */
    record Plan(
            ThingEvent.Kind kind,
            JsonPointer path,
            Optional<JsonValue> value,
            Optional<JsonObject> before,
            Optional<JsonObject> after,
            PolicyId policy) {}

    /** A Thing that is not there can only be made. */
    Plan onNone(Ask ask, int things) {
        if (ask.command().action() == Action.DELETE || !ask.part().isThing()) {
            throw gone(ask);
        }
        Guards.match(ask, Optional.empty());
        JsonObject value = ask.command().value().orElseThrow().asObject();
        PolicyId policy = choice.named(ask, value);
        JsonObject named = value.setValue("policyId", JsonValue.of(policy.toString()));
        // A patch that makes a Thing leaves out what it would take away.
        JsonObject json = ask.command().action() == Action.MERGE
                ? Content.merge(JsonObject.empty(), JsonPointer.empty(), named)
                : named;
        JsonObject after = Content.normal(ask.part().thing(), json, JsonObject.empty(), limits, ask.echo());
        if (things >= limits.things()) {
            Refusal.Words words = new Refusal.Words(
                    "There are " + things + " Things already, which is as many as this endpoint holds.",
                    "Maybe raise its limit, or use a complete Eclipse Ditto.");
            throw Refusal.of("citytwin:things.full", HttpStatus.TOO_MANY_REQUESTS, words, ask.echo());
        }
        JsonPointer root = JsonPointer.empty();
        return new Plan(
                ThingEvent.Kind.CREATED, root, Optional.of(after), Optional.empty(), Optional.of(after), policy);
    }

    /** The last step of making a Thing, because the policy that it brings along stays. */
    void settle(Ask ask, Plan plan) {
        if (plan.before().isEmpty()) {
            choice.settle(ask, ask.command().value().orElseThrow().asObject(), plan.policy());
        }
    }

    /** Looks at the command alone: what is wrong with it is wrong whether its Thing is there or not. */
    void check(Ask ask) {
        Guards.ifEqual(ask);
        if (ask.command().action() != Action.DELETE) {
            Content.checked(ask.command(), limits, ask.echo());
        }
        if (ask.command().action() == Action.CREATE && !ask.part().isThing()) {
            throw Part.unknown(ask.part().path(), ask.echo());
        }
        if (ask.command().action() == Action.DELETE && ask.part().kind() == Part.Kind.POLICY_ID) {
            throw PolicyIdNotDeletableException.newBuilder()
                    .dittoHeaders(ask.echo())
                    .build();
        }
    }

    private static DittoRuntimeException gone(Ask ask) {
        return new Part(ask.part().thing(), JsonPointer.empty(), Part.Kind.THING).notFound(ask.echo());
    }

    /** A Thing that is there: may it be changed, is it as required, and what would it be. */
    Plan onSome(Ask ask, StoredThing thing) {
        if (ask.command().action() == Action.CREATE) {
            throw ThingConflictException.newBuilder(thing.id())
                    .dittoHeaders(ask.echo())
                    .build();
        }
        Sight sight = new Sight(ask.caller(), policies.access(thing.policy()));
        JsonObject before = thing.json();
        JsonPointer path = ask.part().path();
        Action action = ask.command().action();
        Optional<JsonValue> value =
                action == Action.DELETE ? Optional.empty() : ask.command().value();
        allowed(ask, sight, value, before);
        guards.condition(ask, sight, thing);
        Optional<EntityTag> tag = Tags.of(ask.part(), thing.revision(), sight.part(before, path));
        Guards.match(ask, tag);
        Guards.noneMatch(ask, tag);
        if (action == Action.DELETE) {
            return deletion(ask, sight, thing, before);
        }
        JsonValue known = Content.known(path, value.orElseThrow());
        return action == Action.MERGE ? merging(ask, sight, before, known) : putting(ask, sight, before, known);
    }

    private static void allowed(Ask ask, Sight sight, Optional<JsonValue> value, JsonObject before) {
        JsonPointer path = ask.part().path();
        Action action = ask.command().action();
        boolean granted = action == Action.MERGE
                ? sight.mayMerge(path, Content.known(path, value.orElseThrow()), at(before, path))
                : sight.mayWrite(path);
        if (granted) {
            return;
        }
        if (!sight.some()) {
            if (action != Action.DELETE && ask.part().isThing()) {
                // Where a Thing could be made, one that is not there would be refused by this first.
                Guards.match(ask, Optional.empty());
            }
            throw gone(ask);
        }
        throw action == Action.DELETE && ask.part().isThing()
                ? ThingNotDeletableException.newBuilder(ask.part().thing())
                        .dittoHeaders(ask.echo())
                        .build()
                : (action == Action.MERGE ? root(ask) : ask.part()).notModifiable(ask.echo());
    }

    /** Ditto refuses merges as changes of the whole Thing. */
    private static Part root(Ask ask) {
        return new Part(ask.part().thing(), JsonPointer.empty(), Part.Kind.THING);
    }

    private static Optional<JsonValue> at(JsonObject json, JsonPointer path) {
        return path.isEmpty() ? Optional.of(json) : json.getValue(path);
    }

    private Plan deletion(Ask ask, Sight sight, StoredThing thing, JsonObject before) {
        JsonPointer path = ask.part().path();
        if (at(before, path).isEmpty()) {
            throw Reading.notFound(ask, sight, before);
        }
        Optional<JsonObject> after =
                ask.part().isThing() ? Optional.empty() : Optional.of(Content.delete(before, path));
        return new Plan(ThingEvent.Kind.DELETED, path, Optional.empty(), Optional.of(before), after, thing.policy());
    }

    private Plan merging(Ask ask, Sight sight, JsonObject before, JsonValue patch) {
        JsonPointer path = ask.part().path();
        JsonObject after = normal(ask, before, Content.merge(before, path, patch));
        Guards.equal(ask, () -> sight.all(path) && after.equals(before));
        return new Plan(
                ThingEvent.Kind.MERGED,
                path,
                Optional.of(patch),
                Optional.of(before),
                Optional.of(after),
                policy(ask, before, after));
    }

    private Plan putting(Ask ask, Sight sight, JsonObject before, JsonValue value) {
        Part part = ask.part();
        if (part.isInFeature() && before.getValue(part.feature().path()).isEmpty()) {
            throw part.feature().notFound(ask.echo());
        }
        JsonValue kept = part.isThing() && !value.asObject().contains("policyId")
                ? value.asObject()
                        .setValue("policyId", before.getValue("policyId").orElseThrow())
                : value;
        JsonObject after = normal(ask, before, Content.put(before, part.path(), kept));
        Guards.equal(ask, () -> sight.all(part.path()) && after.equals(before));
        boolean there = at(before, part.path()).isPresent();
        return new Plan(
                there ? ThingEvent.Kind.MODIFIED : ThingEvent.Kind.CREATED,
                part.path(),
                at(after, part.path()),
                Optional.of(before),
                Optional.of(after),
                policy(ask, before, after));
    }

    private JsonObject normal(Ask ask, JsonObject before, JsonObject json) {
        return Content.normal(ask.part().thing(), json, before, limits, ask.echo());
    }

    /** Who moves a Thing under another policy must be allowed there, too. */
    private PolicyId policy(Ask ask, JsonObject before, JsonObject after) {
        PolicyId policy = Shelf.policyOf(after);
        if (!before.getValue("policyId").equals(after.getValue("policyId"))) {
            choice.usable(ask, policy);
        }
        return policy;
    }
}
