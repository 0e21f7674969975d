package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.model.TwinId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The part of the HTTP API that this module uses. */
final class TinyWeb implements Web {

    private final TinyDitto ditto;

    TinyWeb(TinyDitto ditto) {
        this.ditto = ditto;
    }

    @Override
    public CompletableFuture<Answer> call(
            String method, String path, Optional<JsonNode> body, Map<String, String> headers) {
        return ditto.later(() -> answer(method, path, body.orElse(null), headers));
    }

    private Answer answer(String method, String path, JsonNode body, Map<String, String> headers) {
        if (path.equals("/whoami")) {
            return ok(TinyDitto.json("{'defaultSubject': 'nginx:city', 'subjects': ['nginx:city']}"));
        }
        String id =
                URLDecoder.decode(path.replaceFirst("^/\\w+/", "").replaceFirst("\\?.*", ""), StandardCharsets.UTF_8);
        boolean guarded = headers.containsKey("if-none-match");
        if (path.startsWith("/policies/")) {
            return policy(method, id, body);
        }
        return switch (method) {
            case "GET" ->
                ditto.things.containsKey(id) ? ok(ditto.seen(id)) : TinyDitto.error(404, "things:thing.notfound");
            case "PUT" ->
                guarded && ditto.things.containsKey(id)
                        ? TinyDitto.error(412, "things:precondition.failed")
                        : ditto.put(null, TwinId.of(id), (ObjectNode) body, new TinyDitto.Cause("created", body));
            case "PATCH" -> ditto.merge(null, TwinId.of(id), body, headers);
            default -> ditto.delete(null, TwinId.of(id), headers);
        };
    }

    private Answer policy(String method, String id, JsonNode body) {
        if (method.equals("GET")) {
            return ditto.policies.containsKey(id)
                    ? ok(ditto.policies.get(id))
                    : TinyDitto.error(404, "policies:policy.notfound");
        }
        boolean fresh = ditto.policies.put(id, body) == null;
        ditto.writes.add("policy " + id);
        return new Answer(fresh ? 201 : 204, Optional.empty(), Map.of());
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, Optional.of(body), Map.of());
    }

    @Override
    public void search(String filter, String namespaces, String fields, Consumer<JsonNode> reader) {
        List<String> wanted = List.of(namespaces.split(","));
        List<ObjectNode> found = ditto.in(() -> ditto.things.keySet().stream()
                .filter(id ->
                        namespaces.isEmpty() || wanted.contains(TwinId.of(id).namespace()))
                .map(ditto::seen)
                .toList());
        found.forEach(reader);
    }
}
