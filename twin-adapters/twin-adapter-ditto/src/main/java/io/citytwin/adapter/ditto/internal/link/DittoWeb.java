package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.adapter.ditto.DittoTrust;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The HTTP API over Java's own client. Safe for use by many threads. */
public final class DittoWeb implements Web, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;
    private static final int ATTEMPTS = 6;
    private static final int MOST_PAGES = 50_000;
    private static final Set<String> BODILESS = Set.of("GET", "DELETE");

    private final String api;
    private final Credentials credentials;
    private final Patience patience;
    private final HttpCalls http;

    /**
     * A way to the HTTP API.
     *
     * @param address of Ditto
     * @param trust in its certificate
     * @param patience how long to wait
     * @param credentials what to show; not closed here
     */
    public DittoWeb(Address address, DittoTrust trust, Patience patience, Credentials credentials) {
        this.api = address.api();
        this.credentials = credentials;
        this.patience = patience;
        this.http = new HttpCalls("citytwin-ditto-web", trust, patience.attempt());
    }

    @Override
    public CompletableFuture<Answer> call(
            String method, String path, Optional<JsonNode> body, Map<String, String> headers) {
        return credentials
                .headers()
                .thenCompose(shown -> http.send(request(method, path, body, merged(headers, shown))))
                .handle((response, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(
                                new LinkLost("No answer to " + method + ": " + Causes.of(failure) + ".", failure));
                    }
                    return answer(response);
                });
    }

    @Override
    public void search(String filter, String namespaces, String fields, Consumer<JsonNode> reader) {
        String query = part("filter", filter) + part("namespaces", namespaces) + part("fields", fields);
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = cursor.isEmpty() ? "" : ",cursor(" + coded(cursor) + ")";
            JsonNode found = page("/search/things?option=size(" + PAGE + ")" + from + query);
            found.path("items").forEach(reader);
            cursor = found.path("cursor").asText("");
            if (cursor.isEmpty()) {
                return;
            }
        }
        throw new LinkLost("A search does not end.", null);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        http.close();
    }

    private JsonNode page(String path) {
        Random random = new Random(patience.seed());
        String problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Answer answer = call("GET", path, Optional.empty(), Map.of()).join();
                if (answer.status() == 200 && answer.value().isPresent()) {
                    return answer.value().get();
                }
                problem = answer.status() + " " + answer.error();
                if (answer.status() < 500 && answer.status() != 429) {
                    break;
                }
            } catch (CompletionException failure) {
                problem = Causes.of(failure);
            }
            rest(patience.backoff().pause(attempt, random));
        }
        throw new LinkLost("A search was not answered: " + problem + ".", null);
    }

    private HttpRequest request(String method, String path, Optional<JsonNode> body, Map<String, String> headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(api + path)).timeout(patience.answer());
        headers.forEach(builder::setHeader);
        if (body.isPresent() && !headers.containsKey("content-type")) {
            boolean merge = method.equals("PATCH");
            builder.setHeader("content-type", merge ? "application/merge-patch+json" : "application/json");
        }
        boolean bodiless = body.isEmpty() && (BODILESS.contains(method) || method.equals("HEAD"));
        return builder.method(
                        method,
                        bodiless
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        body.map(JsonNode::toString).orElse("")))
                .build();
    }

    private Answer answer(HttpResponse<byte[]> response) {
        if (response.statusCode() == 401) {
            credentials.rejected();
        }
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        byte[] bytes = response.body();
        try {
            Optional<JsonNode> value = bytes.length == 0 ? Optional.empty() : Optional.of(JSON.readTree(bytes));
            return new Answer(response.statusCode(), value, headers);
        } catch (IOException unreadable) {
            // A proxy in between answers with a page: its status counts. A good answer must be readable.
            if (response.statusCode() >= 400) {
                return new Answer(response.statusCode(), Optional.empty(), headers);
            }
            throw new CompletionException(new LinkLost("An answer is no JSON.", unreadable));
        }
    }

    private static Map<String, String> merged(Map<String, String> given, Map<String, String> shown) {
        Map<String, String> all = new HashMap<>();
        given.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        shown.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        return all;
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + coded(value);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new LinkLost("A search was interrupted.", hurry);
        }
    }
}
