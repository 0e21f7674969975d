package io.citytwin.adapter.dittoembedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A plain HTTP client of an endpoint. */
final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String[] headers;

    Http(EmbeddedDitto ditto, String... headers) {
        this.base = ditto.uri();
        this.headers = headers;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path, String... more) {
        return send("GET", path, "", more);
    }

    HttpResponse<String> put(String path, String body, String... more) {
        return send("PUT", path, body, more);
    }

    HttpResponse<String> patch(String path, String body) {
        return send("PATCH", path, body, "content-type", "application/merge-patch+json");
    }

    HttpResponse<String> delete(String path, String... more) {
        return send("DELETE", path, "", more);
    }

    HttpResponse<String> send(String method, String path, String body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
