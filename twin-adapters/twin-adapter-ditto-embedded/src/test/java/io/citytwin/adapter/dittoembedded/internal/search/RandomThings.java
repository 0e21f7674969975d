package io.citytwin.adapter.dittoembedded.internal.search;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;

/** Small random Things and filters that often have to do with each other. */
final class RandomThings {

    private static final List<String> VALUES =
            List.of("0", "1", "2.5", "-1", "\"1\"", "\"a\"", "\"ab\"", "\"b\"", "\"\"", "true", "false", "null");
    private static final List<String> PATHS = List.of(
            "attributes/a",
            "attributes/b",
            "attributes/c/d",
            "features/f/properties/x",
            "features/f/properties/y/z",
            "features/g/properties/x",
            "features/g/desiredProperties/x");

    private RandomThings() {}

    static JsonObject thing(Random random) {
        JsonObjectBuilder thing = JsonFactory.newObjectBuilder().set("thingId", "org.test:t" + random.nextInt(3));
        for (String path : PATHS) {
            if (random.nextInt(3) > 0) {
                thing.set("/" + path, JsonFactory.readFrom(pick(random, VALUES)));
            }
        }
        return thing.build();
    }

    static String filter(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return "not(" + filter(random, depth - 1) + ")";
        }
        if (depth > 0 && random.nextInt(3) == 0) {
            String parts = IntStream.range(0, 2 + random.nextInt(2))
                    .mapToObj(part -> filter(random, depth - 1))
                    .collect(Collectors.joining(","));
            return (random.nextBoolean() ? "and(" : "or(") + parts + ")";
        }
        String path = random.nextInt(8) == 0 ? "thingId" : pick(random, PATHS);
        return switch (random.nextInt(5)) {
            case 0 -> "exists(" + path + ")";
            case 1 -> "like(" + path + ",\"" + pick(random, List.of("a*", "*b", "?", "a?", "*", "org.test:t?")) + "\")";
            case 2 -> "in(" + path + "," + comparable(random) + "," + comparable(random) + ")";
            case 3 -> pick(random, List.of("eq", "ne")) + "(" + path + "," + pick(random, VALUES) + ")";
            default -> pick(random, List.of("gt", "ge", "lt", "le")) + "(" + path + "," + comparable(random) + ")";
        };
    }

    private static String comparable(Random random) {
        return pick(random, VALUES.subList(0, VALUES.size() - 1));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
