package io.citytwin.adapter.dittoembedded.internal.policy;

import java.time.Instant;
import org.eclipse.ditto.json.JsonObject;

/**
 * A policy as it is. Immutable.
 *
 * @param json {@code policyId}, {@code imports} and {@code entries}
 * @param revision from 1
 * @param created when
 * @param modified when last
 */
record StoredPolicy(JsonObject json, long revision, Instant created, Instant modified) {

    JsonObject withMetadata() {
        return json.toBuilder()
                .set("_revision", revision)
                .set("_created", created.toString())
                .set("_modified", modified.toString())
                .build();
    }
}
