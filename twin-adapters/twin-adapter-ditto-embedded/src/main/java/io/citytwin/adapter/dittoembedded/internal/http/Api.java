package io.citytwin.adapter.dittoembedded.internal.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;

/** The HTTP API, version 2: leads each request to its route. Safe for use by many threads. */
public final class Api {

    private static final String NO_STORE = "no-store";

    private final ThingRoutes things;
    private final PolicyRoutes policies;
    private final SearchRoutes search;

    /**
     * An API.
     *
     * @param services what the routes lead to
     */
    public Api(Services services) {
        this.things = new ThingRoutes(services, new MessageRoutes(services.messages()), new EventRoutes(services));
        this.policies = new PolicyRoutes(services.policies());
        this.search = new SearchRoutes(services.search());
    }

    /**
     * Answers a request. It never fails: what goes wrong is an answer.
     *
     * @param request what
     * @return comes at once, or when the acknowledgements or the reply came
     */
    public CompletableFuture<ApiAnswer> handle(ApiRequest request) {
        CompletableFuture<ApiAnswer> answer;
        try {
            answer = route(request);
        } catch (RuntimeException | StackOverflowError | LinkageError refused) {
            answer = CompletableFuture.failedFuture(refused);
        }
        return answer.exceptionally(Answers::of).thenApply(done -> echo(request, done));
    }

    private CompletableFuture<ApiAnswer> route(ApiRequest request) {
        if (request.path().isEmpty()) {
            throw Refusal.unknownRoute();
        }
        return switch (request.path().get(0)) {
            case "things" -> things.handle(request);
            case "policies" -> CompletableFuture.completedFuture(policies.handle(request));
            case "search" -> CompletableFuture.completedFuture(search.handle(request));
            case "whoami" -> CompletableFuture.completedFuture(whoAmI(request));
            case "cloudevents", "connections", "checkPermissions" ->
                throw Refusal.outside("/api/2/" + request.path().get(0));
            default -> throw Refusal.unknownRoute();
        };
    }

    private static ApiAnswer whoAmI(ApiRequest request) {
        if (request.path().size() > 1) {
            throw Refusal.unknownRoute();
        }
        method(request, "GET");
        List<String> subjects = request.caller().subjects().getAuthorizationSubjectIds();
        JsonArray all = subjects.stream()
                .map(JsonFactory::newValue)
                .collect(org.eclipse.ditto.json.JsonCollectors.valuesToArray());
        JsonObject json = JsonObject.newBuilder()
                .set("defaultSubject", subjects.get(0))
                .set("subjects", all)
                .build();
        return ApiAnswer.json(200, json, Map.of());
    }

    /** Refuses other methods than these. */
    static void method(ApiRequest request, String... allowed) {
        if (!List.of(allowed).contains(request.method())) {
            throw Refusal.wrongMethod(request.method(), String.join(", ", allowed));
        }
    }

    /** A client finds its correlation id in every answer, errors too; personal data is kept in no cache. */
    private static ApiAnswer echo(ApiRequest request, ApiAnswer answer) {
        ApiAnswer fresh = answer.with("cache-control", NO_STORE);
        return request.header("correlation-id")
                .filter(id -> !answer.headers().containsKey("correlation-id"))
                .map(id -> fresh.with("correlation-id", id))
                .orElse(fresh);
    }
}
