package io.citytwin.adapter.dittotck.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** HTTP requests with one login. Safe for use by many threads. */
public final class Http {

    /** After this no answer is expected any more: the longest timeout of a Ditto is 60 s. */
    static final Duration DEADLINE = Duration.ofSeconds(70);

    private final HttpClient client;
    private final URI base;
    private final String login;
    private final Transcript transcript;

    /**
     * Keeps all.
     *
     * @param client may be shared
     * @param base without {@code /api/2}
     * @param login {@code Authorization} header; empty for none
     * @param transcript notes what is said
     */
    public Http(HttpClient client, URI base, String login, Transcript transcript) {
        this.client = client;
        this.base = base;
        this.login = login;
        this.transcript = transcript;
    }

    /**
     * Reads.
     *
     * @param path below {@code /api/2}
     * @param headers name, value, ..
     * @return the answer
     */
    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /**
     * Puts.
     *
     * @param path below {@code /api/2}
     * @param body lenient JSON
     * @param headers name, value, ..
     * @return the answer
     */
    public Reply put(String path, String body, String... headers) {
        return send("PUT", path, Json.of(body).toString(), headers);
    }

    /**
     * Merges, with the content type of a merge patch.
     *
     * @param path below {@code /api/2}
     * @param body lenient JSON
     * @param headers name, value, ..
     * @return the answer
     */
    public Reply patch(String path, String body, String... headers) {
        return send("PATCH", path, Json.of(body).toString(), headers);
    }

    /**
     * Posts.
     *
     * @param path below {@code /api/2}
     * @param body lenient JSON
     * @param headers name, value, ..
     * @return the answer
     */
    public Reply post(String path, String body, String... headers) {
        return send("POST", path, Json.of(body).toString(), headers);
    }

    /**
     * Deletes.
     *
     * @param path below {@code /api/2}
     * @param headers name, value, ..
     * @return the answer
     */
    public Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /**
     * Posts a form.
     *
     * @param path below {@code /api/2}
     * @param form fields
     * @return the answer
     */
    public Reply form(String path, Map<String, String> form) {
        return send("POST", path, query(form), "Content-Type", "application/x-www-form-urlencoded");
    }

    /**
     * A query or a form.
     *
     * @param parameters by name
     * @return encoded
     */
    public static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                        .collect(Collectors.joining("&"));
    }

    /**
     * Any request.
     *
     * @param method of HTTP
     * @param path below {@code /api/2}
     * @param body as it is; null for none
     * @param headers name, value, ..
     * @return the answer
     */
    public Reply send(String method, String path, @Nullable String body, String... headers) {
        try {
            HttpResponse<String> answer = client.send(request(method, path, body, headers), BodyHandlers.ofString());
            return reply(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    /**
     * Any request, not awaited.
     *
     * @param method of HTTP
     * @param path below {@code /api/2}
     * @param body as it is; null for none
     * @param headers name, value, ..
     * @return the answer to come
     */
    public CompletableFuture<Reply> later(String method, String path, @Nullable String body, String... headers) {
        return client.sendAsync(request(method, path, body, headers), BodyHandlers.ofString())
                .thenApply(this::reply);
    }

    HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        transcript.add("> " + method + " " + path + " " + String.join(" ", headers) + (body == null ? "" : " " + body));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/2/" + path))
                .timeout(DEADLINE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!login.isEmpty()) {
            request.setHeader("Authorization", login);
        }
        if (body != null) {
            request.setHeader(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    HttpClient client() {
        return client;
    }

    Transcript transcript() {
        return transcript;
    }

    private Reply reply(HttpResponse<String> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
        transcript.add("< " + answer.statusCode() + " " + headers + " " + answer.body());
        JsonNode body = answer.body().isEmpty() ? MissingNode.getInstance() : Json.answer(answer.body());
        return new Reply("", "", answer.statusCode(), body, headers, body);
    }
}
