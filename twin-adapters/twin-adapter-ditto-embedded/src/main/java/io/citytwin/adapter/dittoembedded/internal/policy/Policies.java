package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import java.util.Optional;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PolicyId;

/** All policies, kept in the journal like Things. Safe for use by many threads. */
public interface Policies {

    /**
     * Does what a command says.
     *
     * @param caller who asks; needs the permission on {@code policy:/..}
     * @param command what
     * @return the answer; its status is never an error
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException the refusal as Ditto words it
     */
    Reply execute(Caller caller, PolicyCommand command);

    /**
     * What a policy allows now.
     *
     * @param policy which
     * @return empty if there is no such policy
     */
    Optional<Access> access(PolicyId policy);

    /**
     * A policy without any check, for {@code _copyPolicyFrom}.
     *
     * @param policy which
     * @return its JSON
     */
    Optional<JsonObject> find(PolicyId policy);

    /**
     * Makes a policy without any check, as a Thing that is created without one needs.
     *
     * @param policy which; it must not be there
     * @param json its {@code entries}, or those that give the caller everything if empty
     * @param caller who gets everything
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException if it is there, or makes no sense
     */
    void establish(PolicyId policy, Optional<JsonObject> json, Caller caller);
}
