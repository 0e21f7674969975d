package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.policy.PolicyCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import java.util.Optional;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;

/** One policy for all: a citizen sees all but {@code /attributes/owner} and takes no part in messages. */
final class SmallPolicies implements Policies, Access {

    private static final JsonPointer HIDDEN = JsonPointer.of("/attributes/owner");

    @Override
    public Reply execute(Caller caller, PolicyCommand command) {
        return new Reply(HttpStatus.OK, find(command.policy()).map(json -> json), command.headers());
    }

    @Override
    public Optional<Access> access(PolicyId policy) {
        return Optional.of(this);
    }

    @Override
    public Optional<JsonObject> find(PolicyId policy) {
        return Optional.of(JsonFactory.newObject().toBuilder()
                .set("policyId", policy.toString())
                .build());
    }

    @Override
    public void establish(PolicyId policy, Optional<JsonObject> json, Caller caller) {
        // There is one for all.
    }

    private static boolean citizen(Caller caller) {
        return caller.subjects().getAuthorizationSubjectIds().contains("city:citizen");
    }

    @Override
    public boolean mayRead(Caller caller, JsonPointer path) {
        boolean above = HIDDEN.toString().startsWith(path.isEmpty() ? "" : path.toString());
        return !citizen(caller) || !(above || path.toString().startsWith(HIDDEN.toString()));
    }

    @Override
    public boolean mayReadSome(Caller caller, JsonPointer path) {
        return !citizen(caller) || !path.toString().startsWith(HIDDEN.toString());
    }

    @Override
    public boolean mayWrite(Caller caller, JsonPointer path) {
        return !citizen(caller);
    }

    @Override
    public boolean mayMessage(Caller caller, JsonPointer path, String permission) {
        return !citizen(caller);
    }

    @Override
    public JsonObject view(Caller caller, JsonPointer path, JsonObject part) {
        return citizen(caller) ? part.remove(HIDDEN) : part;
    }
}
