package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.policy.PolicyCommand;
import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;

/** Reads of policies on the way of another command. */
final class PolicyReads {

    private PolicyReads() {}

    static PolicyCommand whole(PolicyId policy, Ask ask) {
        return new PolicyCommand(
                policy, Action.RETRIEVE, JsonPointer.empty(), Optional.empty(), Optional.empty(), bare(ask));
    }

    /** Without conditions, which are meant for the Thing. */
    static DittoHeaders bare(Ask ask) {
        return DittoHeaders.newBuilder()
                .correlationId(ask.echo().getCorrelationId().orElse("none"))
                .build();
    }
}
