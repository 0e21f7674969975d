package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.util.Comparator;
import java.util.List;

/** RFC 7396 merge patches of Things. Immutable. */
public final class Patches {

    // A path deeper than this is no part of a Thing that we know.
    private static final int DEEPEST = 16;
    private static final Comparator<JsonNode> LENIENT = Patches::compare;

    private Patches() {}

    /**
     * A patch of a whole Thing that sets one part of it.
     *
     * @param path such as {@code /features/state/properties/power}; {@code /} is the Thing itself
     * @param value of the part
     * @return the value within as many objects as the path has words; an empty object if the path makes no sense
     */
    public static JsonNode at(String path, JsonNode value) {
        List<String> words = Splitter.on('/').omitEmptyStrings().splitToList(path);
        if (words.size() > DEEPEST) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode patch = value;
        for (String word : Lists.reverse(words)) {
            ObjectNode around = JsonNodeFactory.instance.objectNode();
            around.set(word.replace("~1", "/").replace("~0", "~"), patch);
            patch = around;
        }
        return patch;
    }

    /**
     * Applies a patch.
     *
     * @param target stays as it is
     * @param patch null takes away, an object goes on within
     * @return the target after the patch
     */
    public static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.<ObjectNode>deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                result.remove(entry.getKey());
            } else {
                result.set(entry.getKey(), merge(result.path(entry.getKey()), value));
            }
        });
        return result;
    }

    /**
     * Whether two trees say the same; {@code 70} and {@code 70.0} do.
     *
     * @param one tree
     * @param other tree
     * @return true if nobody who reads them would notice
     */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(LENIENT, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
