package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.Optional;
import org.eclipse.ditto.base.model.headers.entitytag.EntityTag;
import org.eclipse.ditto.json.JsonValue;

/** Entity tags: the revision of a whole Thing, the hash of a part. */
final class Tags {

    private Tags() {}

    static EntityTag whole(long revision) {
        return EntityTag.strong("\"rev:" + revision + "\"");
    }

    /**
     * The tag of a part. The library hashes JSON's null by identity, so that a tag would change with a restart: what has
     * a null in it is hashed as text.
     */
    static EntityTag part(JsonValue value) {
        String text = value.toString();
        int hash = text.contains("null") ? text.hashCode() : value.hashCode();
        return EntityTag.strong("\"hash:" + Integer.toHexString(hash) + "\"");
    }

    /** None if the part is not there, or not to be seen. */
    static Optional<EntityTag> of(Part part, long revision, Optional<JsonValue> seen) {
        return part.isThing() ? Optional.of(whole(revision)) : seen.map(Tags::part);
    }
}
