package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Makes one RFC 7396 patch of two. Immutable. */
final class MergePatches {

    private MergePatches() {}

    /**
     * The patch that does what the first and then the second would do. One case has no such patch: an object that follows
     * a null would have to replace all, and merges instead. What a {@code ThingForm} writes always names every key of such
     * an object, so that nothing old is left.
     */
    static ObjectNode compose(ObjectNode first, ObjectNode second) {
        ObjectNode both = first.deepCopy();
        lay(second, both);
        return both;
    }

    private static void lay(ObjectNode patch, ObjectNode over) {
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            JsonNode below = over.get(entry.getKey());
            if (entry.getValue() instanceof ObjectNode upper && below instanceof ObjectNode lower) {
                lay(upper, lower);
            } else {
                over.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
    }
}
