package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyConflictException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyNotAccessibleException;
import org.eclipse.ditto.things.model.ThingId;
import org.eclipse.ditto.things.model.signals.commands.exceptions.PoliciesConflictingException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotCreatableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotModifiableException;

/**
 * Which policy a Thing gets.
 *
 * @param things to look up the policy of another Thing
 * @param policies all of them
 */
record PolicyChoice(Things things, Policies policies) {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*ref:things/([^/]+)/policyId\\s*}}");

    /** The policy of a new Thing: named, or else to be made with the name of the Thing. */
    PolicyId named(Ask ask, JsonObject value) {
        Optional<JsonValue> named = value.getValue("policyId");
        if (named.filter(id -> !id.isString()).isPresent()) {
            throw Content.invalid("Value for </policyId> is not of type <String>!", ask.echo());
        }
        return named.map(id -> PolicyId.of(id.asString()))
                .orElseGet(() -> PolicyId.of(ask.part().thing()));
    }

    /** Makes the policy that a new Thing brings along, or sees that the one it names may be used. */
    void settle(Ask ask, JsonObject value, PolicyId policy) {
        Optional<JsonObject> brought = brought(ask, value);
        if (brought.isPresent() || !value.contains("policyId")) {
            establish(ask, policy, brought);
        } else {
            usable(ask, policy);
        }
    }

    private void establish(Ask ask, PolicyId policy, Optional<JsonObject> entries) {
        try {
            policies.establish(policy, entries, ask.caller());
        } catch (PolicyConflictException taken) {
            throw ThingNotCreatableException.newBuilderForPolicyExisting(
                            ask.part().thing(), policy)
                    .dittoHeaders(ask.echo())
                    .cause(taken)
                    .build();
        }
    }

    /** A policy that the caller knows nothing of is refused like one that is not there. */
    void usable(Ask ask, PolicyId policy) {
        Optional<Access> access = policies.access(policy);
        JsonPointer root = JsonPointer.empty();
        if (access.filter(rules -> rules.mayWrite(ask.caller(), root)).isPresent()) {
            return;
        }
        ThingId thing = ask.part().thing();
        boolean known =
                access.filter(rules -> rules.mayReadSome(ask.caller(), root)).isPresent();
        DittoRuntimeException refusal = known
                ? ThingNotModifiableException.newBuilder(thing)
                        .dittoHeaders(ask.echo())
                        .build()
                : ThingNotCreatableException.newBuilderForPolicyMissing(thing, policy)
                        .dittoHeaders(ask.echo())
                        .build();
        throw refusal;
    }

    private Optional<JsonObject> brought(Ask ask, JsonObject value) {
        Optional<JsonValue> inline = value.getValue("_policy");
        Optional<JsonValue> copied = value.getValue("_copyPolicyFrom");
        if (inline.isPresent() && copied.isPresent()) {
            throw PoliciesConflictingException.newBuilder(ask.part().thing())
                    .dittoHeaders(ask.echo())
                    .build();
        }
        if (inline.filter(json -> !json.isObject() || json.isNull()).isPresent()) {
            throw Content.invalid("Value for </_policy> is not of type <JsonObject>!", ask.echo());
        }
        return inline.map(json -> json.asObject().remove("policyId"))
                .or(() -> copied.map(from -> copy(ask, from).remove("policyId")));
    }

    private JsonObject copy(Ask ask, JsonValue from) {
        String text = from.isString() ? from.asString() : from.toString();
        Matcher reference = REFERENCE.matcher(text);
        PolicyId source = reference.matches() ? policyOf(ask, ThingId.of(reference.group(1))) : PolicyId.of(text);
        // As the caller, so that nobody copies what they may not read.
        return policies.execute(ask.caller(), PolicyReads.whole(source, ask))
                .value()
                .orElseThrow(() -> PolicyNotAccessibleException.newBuilder(source)
                        .dittoHeaders(ask.echo())
                        .build())
                .asObject();
    }

    private PolicyId policyOf(Ask ask, ThingId other) {
        ThingCommand read = new ThingCommand(
                other,
                Action.RETRIEVE,
                JsonPointer.of("/policyId"),
                Optional.empty(),
                Optional.empty(),
                PolicyReads.bare(ask));
        return PolicyId.of(
                things.execute(ask.caller(), read).value().orElseThrow().asString());
    }
}
