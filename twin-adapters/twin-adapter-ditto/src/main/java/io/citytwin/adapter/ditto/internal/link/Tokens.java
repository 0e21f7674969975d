package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.adapter.ditto.DittoError;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.core.error.CityTwinException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an OAuth 2.0 client: kept until shortly before they end, asked for by one request at a time, and after a
 * failure not at once again. Safe for use by many threads.
 */
final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long STANDARD_LIFE_SECONDS = 300;
    private static final long LONGEST_LIFE_SECONDS = 86_400;
    private static final int LONGEST_TOKEN = 64 * 1024;

    private final DittoLogin.ClientCredentials login;
    private final TokenSettings settings;
    private final HttpCalls http;
    private final Random random;
    private @Nullable CompletableFuture<String> asking;
    private String token = "";
    private Instant renewAt = Instant.MIN;
    private Instant askAgainAt = Instant.MIN;
    private int failures;

    Tokens(DittoLogin.ClientCredentials login, TokenSettings settings) {
        this.login = login;
        this.settings = settings;
        this.http = new HttpCalls("citytwin-ditto-login", settings.trust(), settings.timeout());
        this.random = new Random(login.clientId().hashCode());
    }

    /** The token, or the one that is being asked for. */
    synchronized CompletableFuture<String> token() {
        Instant now = settings.clock().now();
        if (!token.isEmpty() && now.isBefore(renewAt)) {
            return CompletableFuture.completedFuture(token);
        }
        CompletableFuture<String> current = asking;
        if (current != null) {
            return current.copy();
        }
        if (now.isBefore(askAgainAt)) {
            return CompletableFuture.failedFuture(refused("and will be asked again later"));
        }
        CompletableFuture<String> next = new CompletableFuture<>();
        asking = next;
        var unused = http.send(request()).whenComplete((response, failure) -> received(next, response));
        return next.copy();
    }

    /** How long the token is good; zero if there is none. */
    synchronized Duration renewal() {
        Duration rest = token.isEmpty()
                ? Duration.ZERO
                : Duration.between(settings.clock().now(), renewAt);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    synchronized void forget() {
        token = "";
    }

    void close() {
        http.close();
    }

    private HttpRequest request() {
        String form = "grant_type=client_credentials&client_id=" + coded(login.clientId()) + "&client_secret="
                + coded(login.secret())
                + (login.scopes().isEmpty() ? "" : "&scope=" + coded(String.join(" ", login.scopes())));
        return HttpRequest.newBuilder(login.tokenUri())
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private void received(CompletableFuture<String> asked, @Nullable HttpResponse<byte[]> response) {
        String fresh = "";
        CityTwinException problem = refused("gave no token");
        synchronized (this) {
            asking = null;
            try {
                if (response == null) {
                    problem = refused("did not answer");
                } else if (response.statusCode() != 200) {
                    problem = refused("answered " + response.statusCode());
                } else {
                    fresh = keep(JSON.readTree(response.body()));
                }
            } catch (JsonProcessingException unreadable) {
                problem = refused("answered something that is no JSON");
            } catch (java.io.IOException impossible) {
                problem = refused("answered something that cannot be read");
            }
            if (fresh.isEmpty()) {
                failures++;
                askAgainAt = settings.clock().now().plus(settings.backoff().pause(failures, random));
            }
        }
        if (fresh.isEmpty()) {
            asked.completeExceptionally(problem);
        } else {
            asked.complete(fresh);
        }
    }

    private String keep(JsonNode answer) {
        String fresh = answer.path("access_token").asText("");
        boolean header = fresh.chars().allMatch(c -> c > ' ' && c < 127);
        if (fresh.isEmpty() || fresh.length() > LONGEST_TOKEN || !header) {
            return "";
        }
        long life = answer.path("expires_in").asLong(STANDARD_LIFE_SECONDS);
        Duration good = Duration.ofSeconds(Math.min(Math.max(life, 1), LONGEST_LIFE_SECONDS));
        Duration half = good.dividedBy(2);
        Duration margin = half.compareTo(settings.margin()) < 0 ? half : settings.margin();
        token = fresh;
        renewAt = settings.clock().now().plus(good).minus(margin);
        failures = 0;
        return fresh;
    }

    // The body of the answer is not shown: some servers repeat what they were sent.
    private CityTwinException refused(String what) {
        return new CityTwinException(
                DittoError.LOGIN,
                "The token server `" + login.tokenUri().getHost() + "` " + what + " for `" + login.clientId() + "`.",
                "Maybe the client's name, its secret or its scopes are not those that the server knows.");
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
