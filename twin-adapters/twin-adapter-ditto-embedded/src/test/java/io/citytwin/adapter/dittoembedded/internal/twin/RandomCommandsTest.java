package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.things.model.ThingId;
import org.junit.jupiter.api.Test;

/** Ten thousand commands on a few Things, beside plain trees that do the same in the simplest way. */
class RandomCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(20260116);
    private final Town town = new Town();
    private final Map<String, ObjectNode> model = new TreeMap<>();
    private final Map<String, Long> revisions = new TreeMap<>();

    @Test
    void tenThousandCommandsLeaveWhatPlainTreesHold() throws Exception {
        int done = 0;
        for (int i = 0; i < 10_000; i++) {
            done += step() ? 1 : 0;
        }
        assertThat(done).isGreaterThan(5_000);
        assertThat(town.events).hasSize(done);
        same(town);
        Town again = town.restarted();
        same(again);
        for (StoredThing thing : town.things.all().toList()) {
            String line = "retrieve " + thing.id().getName() + " ";
            assertThat(again.run(Town.ADMIN, line + "/", Map.of()))
                    .isEqualTo(town.run(Town.ADMIN, line + "/", Map.of()));
            assertThat(again.things.find(thing.id())).contains(thing);
        }
    }

    private void same(Town other) throws Exception {
        Map<String, JsonNode> held = new TreeMap<>();
        for (StoredThing thing : other.things.all().toList()) {
            held.put(thing.id().getName(), JSON.readTree(thing.json().toString()));
            assertThat(thing.revision()).isEqualTo(revisions.get(thing.id().getName()));
        }
        assertThat(held).isEqualTo(model);
    }

    private boolean step() throws Exception {
        String name = "t" + random.nextInt(5);
        String action = pick("modify", "modify", "modify", "merge", "merge", "merge", "delete");
        List<String> path = path();
        if (path.isEmpty() && action.equals("delete") && random.nextInt(5) > 0) {
            return false;
        }
        boolean patch = action.equals("merge");
        String value = action.equals("delete") ? "" : " " + value(path, patch);
        String line = action + " " + name + " /" + String.join("/", path) + value;
        try {
            town.run(Town.ADMIN, line, Map.of());
        } catch (DittoRuntimeException refused) {
            boolean gone =
                    !model.containsKey(name) || action.equals("delete") || (action.equals("modify") && path.size() > 2);
            assertThat(refused.getHttpStatus().getCode())
                    .as("%s %s", line, refused)
                    .isEqualTo(404);
            assertThat(gone).as("%s %s", line, refused).isTrue();
            return false;
        }
        revisions.merge(name, 1L, Long::sum);
        naive(name, action, path, value.isEmpty() ? JSON.nullNode() : JSON.readTree(value));
        assertThat(JSON.readTree(town.things
                        .find(ThingId.of("org.test:" + name))
                        .map(thing -> thing.json().toString())
                        .orElse("null")))
                .as(line)
                .isEqualTo(model.containsKey(name) ? model.get(name) : JSON.nullNode());
        return true;
    }

    private void naive(String name, String action, List<String> path, JsonNode value) {
        if (path.isEmpty() && action.equals("delete")) {
            model.remove(name);
            return;
        }
        ObjectNode thing = model.computeIfAbsent(name, key -> JSON.createObjectNode());
        if (path.isEmpty()) {
            ObjectNode whole = action.equals("merge") ? thing : JSON.createObjectNode();
            patch(whole, (ObjectNode) value);
            whole.put("thingId", "org.test:" + name).put("policyId", "org.test:pol");
            model.put(name, whole);
            return;
        }
        JsonNode patch = value;
        ObjectNode holder = thing;
        if (action.equals("merge") || action.equals("delete")) {
            for (int i = path.size() - 1; i >= 0; i--) {
                patch = JSON.createObjectNode().set(path.get(i), patch);
            }
            patch(thing, (ObjectNode) patch);
            return;
        }
        for (String key : path.subList(0, path.size() - 1)) {
            holder = holder.get(key) instanceof ObjectNode inner ? inner : holder.putObject(key);
        }
        holder.set(path.get(path.size() - 1), value);
    }

    private static void patch(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode inner) {
                ObjectNode before = target.get(field.getKey()) instanceof ObjectNode object
                        ? object
                        : target.putObject(field.getKey());
                patch(before, inner);
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }

    private List<String> path() {
        String feature = pick("f", "g");
        return switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of("attributes");
            case 2 -> List.of("attributes", key());
            case 3 -> List.of("attributes", key(), key());
            case 4 -> List.of("features");
            case 5 -> List.of("features", feature);
            case 6 -> List.of("features", feature, pick("properties", "desiredProperties"));
            default -> List.of("features", feature, pick("properties", "desiredProperties"), key());
        };
    }

    private String value(List<String> path, boolean patch) {
        String some = patch && random.nextInt(4) == 0 ? "null" : object(patch, 2);
        String kind = path.isEmpty() ? "" : path.get(0);
        if (path.isEmpty()) {
            String features = "{\"" + pick("f", "g") + "\":{\"properties\":" + some + "}}";
            return "{\"policyId\":\"org.test:pol\",\"attributes\":" + object(patch, 1) + ",\"features\":" + features
                    + "}";
        } else if (kind.equals("features") && path.size() == 1) {
            return "{\"" + pick("f", "g") + "\":" + feature(some, patch) + "}";
        } else if (kind.equals("features") && path.size() == 2) {
            return feature(some, patch);
        } else if (path.size() == 1 || path.size() == 3 && kind.equals("features")) {
            return object(patch, 2);
        }
        return patch && random.nextInt(4) == 0 ? "null" : leaf(patch, 1);
    }

    private String feature(String some, boolean patch) {
        return patch && random.nextInt(4) == 0
                ? "null"
                : "{\"properties\":" + (some.equals("null") && !patch ? "{}" : some) + "}";
    }

    private String object(boolean patch, int depth) {
        StringBuilder object = new StringBuilder("{");
        List<String> keys = List.of("a", "b", "c");
        for (String key : keys.subList(0, random.nextInt(4))) {
            object.append(object.length() > 1 ? "," : "")
                    .append('"')
                    .append(key)
                    .append("\":");
            object.append(patch && random.nextInt(4) == 0 ? "null" : leaf(patch, depth));
        }
        return object.append('}').toString();
    }

    private String leaf(boolean patch, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 4)) {
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> "\"text " + random.nextInt(100) + "\"";
            case 2 -> Boolean.toString(random.nextBoolean());
            case 3 -> "[1,{\"x\":" + random.nextInt(9) + "}]";
            default -> object(patch, depth - 1);
        };
    }

    private String key() {
        return pick("a", "b", "c");
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
