package io.citytwin.core.sync;

import com.google.common.hash.Hashing;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.Journal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The twins that the graph held when a city was started, by a digest of their own data. A city that goes on after a
 * restart must not take the old inventory for news, only what is otherwise in it than at the last start. Immutable.
 *
 * @param twins with their values
 */
record Given(List<Twin> twins) {

    private static final String MARK = "city/given";

    static Given of(TwinGraph graph) {
        return new Given(graph.types().all().stream()
                .flatMap(type -> graph.all(type.name()).stream())
                .flatMap(id -> graph.find(id).stream())
                .toList());
    }

    Journal.Mark mark() {
        String digests = JsonLine.write(json -> {
            for (Twin twin : twins) {
                json.writeStringField(twin.id().toString(), digest(twin));
            }
        });
        return new Journal.Mark(MARK, digests);
    }

    /** The twins that are otherwise than at the last start, or were not there then. */
    List<Twin> news(Journal journal) {
        Map<String, String> before = new HashMap<>();
        journal.mark(MARK)
                .ifPresent(marked -> JsonLine.read(marked.mark().state())
                        .properties()
                        .forEach(field ->
                                before.put(field.getKey(), field.getValue().asText())));
        return twins.stream()
                .filter(twin -> !digest(twin).equals(before.get(twin.id().toString())))
                .toList();
    }

    /** The twins that a graph does not have. */
    List<Twin> missing(TwinGraph graph) {
        return twins.stream().filter(twin -> graph.find(twin.id()).isEmpty()).toList();
    }

    private static String digest(Twin twin) {
        StringBuilder own = new StringBuilder(twin.type().name());
        twin.values().forEach((property, value) -> {
            if (!twin.observations().containsKey(property)) {
                own.append('\n').append(property).append('=').append(value);
            }
        });
        return Hashing.murmur3_128().hashString(own, StandardCharsets.UTF_8).toString();
    }
}
