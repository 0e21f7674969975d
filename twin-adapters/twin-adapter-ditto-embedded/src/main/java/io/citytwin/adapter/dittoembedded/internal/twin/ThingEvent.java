package io.citytwin.adapter.dittoembedded.internal.twin;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;

/**
 * Something that happened to a Thing. Immutable.
 *
 * @param thing which
 * @param policy that governs it, or governed it when it was deleted
 * @param kind what
 * @param path the part that changed
 * @param value its new value, or the patch; empty if it was deleted
 * @param thingJson the whole Thing afterwards, for filters and extra fields; before, if it was deleted
 * @param revision of the Thing
 * @param at when
 * @param session which connection caused it; empty if none did
 * @param headers of the command that travel on
 */
public record ThingEvent(
        ThingId thing,
        PolicyId policy,
        Kind kind,
        JsonPointer path,
        Optional<JsonValue> value,
        JsonObject thingJson,
        long revision,
        Instant at,
        Optional<String> session,
        DittoHeaders headers) {

    /** As the topic of an event names it, in lower case. */
    public enum Kind {
        /** New. */
        CREATED,
        /** Put in place. */
        MODIFIED,
        /** Patched. */
        MERGED,
        /** Gone. */
        DELETED
    }
}
