package io.citytwin.adapter.ditto.internal.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergePatchesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void oneAfterTheOtherIsTheSameAsBothAtOnce() {
        Random random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            ObjectNode before = object(random, 3, false);
            ObjectNode first = object(random, 3, true);
            ObjectNode second = object(random, 3, true);
            JsonNode steps = apply(apply(before, first), second);

            assertThat(apply(before, MergePatches.compose(first, second))).isEqualTo(steps);
        }
    }

    private static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : JSON.createObjectNode();
        patch.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
            } else {
                result.set(entry.getKey(), apply(result.path(entry.getKey()), entry.getValue()));
            }
        });
        return result;
    }

    // Keys a and b hold objects and c to e plain values or nothing, as in a Thing: see the one case that has no patch.
    private static ObjectNode object(Random random, int depth, boolean nulls) {
        ObjectNode object = JSON.createObjectNode();
        for (String key : new String[] {"a", "b", "c", "d", "e"}) {
            if (random.nextBoolean()) {
                continue;
            }
            if (key.compareTo("c") < 0 && depth > 0) {
                object.set(key, object(random, depth - 1, nulls));
            } else if (nulls && random.nextInt(3) == 0) {
                object.putNull(key);
            } else {
                object.put(key, random.nextInt(9));
            }
        }
        return object;
    }
}
