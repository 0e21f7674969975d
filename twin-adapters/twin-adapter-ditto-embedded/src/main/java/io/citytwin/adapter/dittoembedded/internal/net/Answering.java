package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.internal.http.Answers;
import io.citytwin.adapter.dittoembedded.internal.http.ApiAnswer;
import io.citytwin.adapter.dittoembedded.internal.http.ApiRequest;
import io.citytwin.adapter.dittoembedded.internal.http.Refusal;
import io.citytwin.adapter.dittoembedded.internal.http.RequestLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out who asks, and has the request answered. Immutable. */
final class Answering {

    private final Site site;

    Answering(Site site) {
        this.site = site;
    }

    CompletableFuture<ApiAnswer> answer(Incoming incoming, String session) {
        try {
            return checked(incoming, session);
        } catch (RuntimeException | LinkageError | StackOverflowError refused) {
            return CompletableFuture.completedFuture(Answers.of(refused));
        }
    }

    private CompletableFuture<ApiAnswer> checked(Incoming incoming, String session) {
        incoming.refused().ifPresent(refusal -> {
            throw refusal;
        });
        String method = incoming.head().method().name();
        site.origins().check(method, incoming.headers(), false);
        RequestLine line = RequestLine.of(incoming.head().uri());
        if (method.equals("OPTIONS")) {
            return CompletableFuture.completedFuture(preflight(incoming));
        }
        List<String> path = line.path();
        if (path.size() < 3 || !path.get(0).equals("api")) {
            throw path.equals(List.of("ws", "2"))
                    ? Refusal.of(426, "gateway:upgrade.required", "This is a WebSocket.", "Ask for an upgrade.")
                    : notFound(path);
        }
        if (!path.get(1).equals("2")) {
            throw notFound(path);
        }
        Login login = site.logins().recognise(incoming.headers(), session);
        ApiRequest request = new ApiRequest(
                method.equals("HEAD") ? "GET" : method,
                path.subList(2, path.size()),
                line.query(),
                incoming.headers(),
                incoming.body(),
                login.caller());
        return site.api()
                .handle(request)
                .thenApply(answer -> answer.until(() -> site.logins().expired(login.expires())));
    }

    private static Refusal notFound(List<String> path) {
        if (!path.isEmpty() && List.of("status", "health", "devops", "overall").contains(path.get(0))) {
            return Refusal.outside("/" + path.get(0));
        }
        return Refusal.of(404, "gateway:notfound", "The requested resource could not be found.", "Check the path.");
    }

    /** Browsers ask before they send; the answer names what the API takes. */
    private static ApiAnswer preflight(Incoming incoming) {
        Map<String, String> headers = incoming.headers().containsKey("access-control-request-headers")
                ? Map.of(
                        "access-control-allow-headers",
                        incoming.headers().get("access-control-request-headers"),
                        "access-control-max-age",
                        "600")
                : Map.of();
        return new ApiAnswer(200, headers, Optional.empty(), Optional.empty(), "");
    }
}
