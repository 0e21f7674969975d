package io.citytwin.adapter.dittoembedded.internal.twin;

import java.time.Instant;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;

/**
 * A Thing as it is. Immutable.
 *
 * @param id which
 * @param policy that governs it
 * @param json the whole of it without metadata such as {@code _revision}
 * @param revision from 1
 * @param created when
 * @param modified when last
 */
public record StoredThing(
        ThingId id, PolicyId policy, JsonObject json, long revision, Instant created, Instant modified) {}
