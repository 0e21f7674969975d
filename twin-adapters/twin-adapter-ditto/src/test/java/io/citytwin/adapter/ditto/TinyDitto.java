package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.down.Patches;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Request;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.model.TwinId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Things and policies in memory, and sessions that can be cut. All happens on one thread, one thing after the other. */
final class TinyDitto implements AutoCloseable {

    static final Instant NOW = Instant.parse("2024-01-10T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final SortedMap<String, ObjectNode> things = new TreeMap<>();
    final SortedMap<String, Long> revisions = new TreeMap<>();
    final SortedMap<String, JsonNode> policies = new TreeMap<>();
    final List<TinyLink> links = new CopyOnWriteArrayList<>();
    final List<String> writes = new CopyOnWriteArrayList<>();
    volatile int writesUntilItDies = Integer.MAX_VALUE;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "tiny-ditto"));

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    Supplier<Wire> wires() {
        return () -> new Wire() {
            @Override
            public Link link(Set<String> namespaces) {
                TinyLink link = new TinyLink(TinyDitto.this);
                links.add(link);
                return link;
            }

            @Override
            public Web web() {
                return new TinyWeb(TinyDitto.this);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** Somebody else merges. */
    void foreign(String thing, String patch) {
        in(() -> merge(null, TwinId.of(thing), json(patch), Map.of()));
    }

    JsonNode at(String thing, String pointer) {
        return in(() -> things.get(thing).at(pointer).deepCopy());
    }

    /** All that was begun has happened, and what it led to. */
    void quiet() {
        for (int turn = 0; turn < 5; turn++) {
            in(() -> true);
        }
    }

    <T> T in(Callable<T> work) {
        try {
            return worker.submit(work).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, worker);
    }

    Answer merge(TinyLink from, TwinId thing, JsonNode patch, Map<String, String> headers) {
        String id = thing.toString();
        if (!things.containsKey(id)) {
            return error(404, "things:thing.notfound");
        } else if (!holds(things.get(id), headers.getOrDefault("condition", ""))) {
            return error(412, "things:condition.failed");
        }
        return put(from, thing, (ObjectNode) Patches.merge(things.get(id), patch), new Cause("merged", patch));
    }

    Answer put(TinyLink from, TwinId thing, ObjectNode value, Cause cause) {
        String id = thing.toString();
        if (writes.size() >= writesUntilItDies) {
            return error(503, "gateway:service.unavailable");
        }
        boolean fresh = !things.containsKey(id);
        things.put(id, value);
        return note(from, thing, fresh ? 201 : 204, cause);
    }

    Answer delete(TinyLink from, TwinId thing, Map<String, String> headers) {
        ObjectNode held = things.get(thing.toString());
        if (held == null) {
            return error(404, "things:thing.notfound");
        } else if (!holds(held, headers.getOrDefault("condition", ""))) {
            return error(412, "things:condition.failed");
        }
        things.remove(thing.toString());
        return note(from, thing, 204, new Cause("deleted", null));
    }

    private Answer note(TinyLink from, TwinId thing, int status, Cause cause) {
        long revision = revisions.merge(thing.toString(), 1L, Long::sum);
        writes.add(cause.action() + " " + thing);
        Link.Event event =
                new Link.Event(thing, cause.action(), "/", Optional.ofNullable(cause.value()), revision, NOW, Map.of());
        links.stream().filter(link -> link != from).forEach(link -> link.tell(event));
        return new Answer(status, Optional.empty(), Map.of("entity-revision", Long.toString(revision)));
    }

    /** The RQL that this module writes. */
    static boolean holds(JsonNode thing, String condition) {
        if (condition.isEmpty()) {
            return true;
        }
        String inner = condition.substring(condition.indexOf('(') + 1, condition.length() - 1);
        List<String> parts = split(inner);
        JsonNode held = thing.at("/" + parts.get(0));
        return switch (condition.substring(0, condition.indexOf('('))) {
            case "or" -> parts.stream().anyMatch(part -> holds(thing, part));
            case "exists" -> !held.isMissingNode();
            case "eq" -> Patches.same(held, json(parts.get(1)));
            case "ne" -> !Patches.same(held, json(parts.get(1)));
            default -> throw new IllegalArgumentException(condition);
        };
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                parts.add(text.substring(start, place));
                start = place + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    ObjectNode seen(String id) {
        return things.get(id).deepCopy().put("_revision", revisions.get(id));
    }

    static Answer error(int status, String code) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new Answer(status, Optional.of(body.put("status", status).put("error", code)), Map.of());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    record Cause(String action, JsonNode value) {}

    /** Anything that a session asks. */
    Answer command(TinyLink from, Request request) {
        return switch (request.action()) {
            case MERGE ->
                merge(
                        from,
                        request.thing(),
                        Patches.at(request.path(), request.value().get()),
                        request.headers());
            case DELETE -> delete(from, request.thing(), request.headers());
            default -> throw new IllegalArgumentException(request.toString());
        };
    }
}
