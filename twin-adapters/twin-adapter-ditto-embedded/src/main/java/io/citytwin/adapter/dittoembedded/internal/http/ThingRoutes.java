package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonCollectors;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingIdNotExplicitlySettableException;

/** {@code /things}: Things and all their parts. Safe for use by many threads. */
final class ThingRoutes {

    private static final Set<String> FREE_PARTS = Set.of("properties", "desiredProperties");
    private static final String DEFAULT_NAMESPACE = "org.eclipse.ditto";
    private static final int MOST_IDS = 500;

    private final Services services;
    private final MessageRoutes messages;
    private final EventRoutes events;

    ThingRoutes(Services services, MessageRoutes messages, EventRoutes events) {
        this.services = services;
        this.messages = messages;
        this.events = events;
    }

    CompletableFuture<ApiAnswer> handle(ApiRequest request) {
        List<String> path = request.path();
        if (path.size() == 1) {
            return all(request);
        }
        ThingId id = ThingId.of(path.get(1));
        List<String> part = path.subList(2, path.size());
        if (MessageRoutes.isMessage(part)) {
            return messages.handle(request, id, part);
        }
        if (request.wantsEvents() && request.method().equals("GET")) {
            return CompletableFuture.completedFuture(events.of(request, List.of(id), Parts.pointer(part)));
        }
        refuseOtherParts(part);
        Api.method(request, "GET", "PUT", "PATCH", "DELETE");
        return command(request, id, part);
    }

    private CompletableFuture<ApiAnswer> all(ApiRequest request) {
        Api.method(request, "GET", "POST");
        if (request.method().equals("POST")) {
            return create(request);
        }
        if (request.wantsEvents()) {
            return CompletableFuture.completedFuture(events.of(request, ids(request), JsonPointer.empty()));
        }
        DittoHeaders headers = HeaderReader.read(request);
        List<ThingId> ids = ids(request);
        if (request.query().containsKey("ids")) {
            return CompletableFuture.completedFuture(Answers.of(
                    services.things().retrieve(request.caller(), ids, Parts.fields(request, headers), headers)));
        }
        Search.Query query = new Search.Query(
                Optional.empty(),
                Optional.of("size(200)"),
                Parts.namespaces(request),
                Parts.fields(request, headers),
                headers);
        JsonValue found = services.search().page(request.caller(), query).items().stream()
                .collect(JsonCollectors.valuesToArray());
        return CompletableFuture.completedFuture(ApiAnswer.json(200, found, HeaderReader.write(headers)));
    }

    private static List<ThingId> ids(ApiRequest request) {
        List<String> ids = request.parameter("ids").map(Parts::list).orElse(List.of());
        if (ids.size() > MOST_IDS) {
            throw Refusal.malformed("More than " + MOST_IDS + " ids are asked for.");
        }
        return ids.stream().distinct().map(ThingId::of).toList();
    }

    private CompletableFuture<ApiAnswer> create(ApiRequest request) {
        DittoHeaders headers = HeaderReader.read(request);
        JsonValue thing = Parts.value(request, headers).orElseThrow();
        if (thing.isObject() && thing.asObject().contains("thingId")) {
            throw ThingIdNotExplicitlySettableException.forPostMethod()
                    .dittoHeaders(headers)
                    .build();
        }
        String namespace = request.parameter("namespace").orElse(DEFAULT_NAMESPACE);
        ThingId id = ThingId.of(namespace, UUID.randomUUID().toString());
        return execute(
                request,
                new ThingCommand(
                        id, Action.CREATE, JsonPointer.empty(), Optional.of(thing), Optional.empty(), headers));
    }

    private CompletableFuture<ApiAnswer> command(ApiRequest request, ThingId id, List<String> part) {
        DittoHeaders headers = HeaderReader.read(request);
        Optional<JsonValue> value = Parts.value(request, headers);
        if (part.isEmpty()) {
            value.filter(thing -> namesAnother(thing, id)).ifPresent(thing -> {
                throw ThingIdNotExplicitlySettableException.forPutOrPatchMethod()
                        .dittoHeaders(headers)
                        .build();
            });
        }
        return execute(
                request,
                new ThingCommand(
                        id,
                        Parts.action(request.method()),
                        Parts.pointer(part),
                        value,
                        Parts.fields(request, headers),
                        headers));
    }

    private CompletableFuture<ApiAnswer> execute(ApiRequest request, ThingCommand command) {
        CompletableFuture<ApiAnswer> done = services.commands()
                .execute(request.caller(), command)
                .thenApply(answer -> located(Answers.of(answer.reply()), request, command));
        if (command.headers().isResponseRequired() || command.action() == Action.RETRIEVE) {
            return done;
        }
        return CompletableFuture.completedFuture(Answers.accepted(command.headers()));
    }

    private static ApiAnswer located(ApiAnswer answer, ApiRequest request, ThingCommand command) {
        if (answer.status() != 201) {
            return answer;
        }
        return answer.with("location", Locations.of(request, "things", command.thing(), command.path()));
    }

    private static boolean namesAnother(JsonValue thing, ThingId id) {
        return thing.isObject()
                && thing.asObject()
                        .getValue("thingId")
                        .filter(named -> !named.isString() || !named.asString().equals(id.toString()))
                        .isPresent();
    }

    private static void refuseOtherParts(List<String> part) {
        if (part.isEmpty() || part.get(0).equals("attributes")) {
            return;
        }
        boolean known = switch (part.get(0)) {
            case "policyId", "definition" -> part.size() == 1;
            case "features" ->
                part.size() <= 2
                        || FREE_PARTS.contains(part.get(2))
                        || part.size() == 3 && part.get(2).equals("definition");
            case "_policy", "metadata", "migrateDefinition" -> throw Refusal.outside("/things/{id}/" + part.get(0));
            default -> false;
        };
        if (!known) {
            throw Refusal.unknownRoute();
        }
    }
}
