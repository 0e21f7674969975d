package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 7396, for patches that we wrote ourselves. Safe for use by many threads. */
final class MergePatch {

    private MergePatch() {}

    static void into(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode part) {
                JsonNode before = target.get(field.getKey());
                into(before instanceof ObjectNode object ? object : target.putObject(field.getKey()), part);
            } else {
                target.set(field.getKey(), value);
            }
        });
    }
}
