package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.live.LiveMessage;
import io.citytwin.adapter.dittoembedded.internal.live.Messages;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;

/** Inbox and outbox of Things and features: live messages with their replies. Safe for use by many threads. */
final class MessageRoutes {

    private static final Set<String> BOXES = Set.of("inbox", "outbox");
    private static final String BYTES = "application/octet-stream";

    private final Messages messages;

    MessageRoutes(Messages messages) {
        this.messages = messages;
    }

    /** Whether a part of a Thing is one of its boxes. */
    static boolean isMessage(List<String> part) {
        return !part.isEmpty() && BOXES.contains(part.get(0))
                || part.size() > 2 && part.get(0).equals("features") && BOXES.contains(part.get(2));
    }

    CompletableFuture<ApiAnswer> handle(ApiRequest request, ThingId thing, List<String> part) {
        int box = part.get(0).equals("features") ? 2 : 0;
        if (part.size() < box + 3 || !part.get(box + 1).equals("messages")) {
            throw part.size() == box + 2 && part.get(box + 1).equals("claim")
                    ? Refusal.outside("claiming")
                    : Refusal.unknownRoute();
        }
        if (request.wantsEvents() && request.method().equals("GET")) {
            throw Refusal.outside("messages as server-sent events");
        }
        Api.method(request, "POST");
        DittoHeaders headers = HeaderReader.read(request);
        List<String> subject = part.subList(box + 2, part.size());
        LiveMessage message = new LiveMessage(
                thing,
                Parts.pointer(part),
                String.join("/", subject),
                payload(request, headers),
                Optional.empty(),
                headers);
        return messages.send(request.caller(), message).thenApply(MessageRoutes::answer);
    }

    private static Optional<JsonValue> payload(ApiRequest request, DittoHeaders headers) {
        if (request.body().length() == 0) {
            return Optional.empty();
        }
        String type = request.contentType();
        if (isJson(type)) {
            return Optional.of(Parts.json(request.body().text(), headers));
        }
        return Optional.of(JsonValue.of(
                isText(type)
                        ? request.body().text()
                        : Base64.getEncoder().encodeToString(request.body().bytes())));
    }

    private static ApiAnswer answer(LiveMessage reply) {
        int status = reply.status().filter(code -> code >= 200 && code < 600).orElse(200);
        Map<String, String> headers = new HashMap<>(HeaderReader.write(reply.headers()));
        String type = headers.getOrDefault("content-type", reply.value().isPresent() ? Parts.JSON : "");
        if (reply.value().isEmpty() || status == 204 || status == 304) {
            headers.remove("content-type");
            return ApiAnswer.empty(status, headers);
        }
        headers.put("content-type", type);
        Body body = body(reply.value().get(), type);
        return new ApiAnswer(status, headers, Optional.of(body), Optional.empty(), "");
    }

    private static Body body(JsonValue value, String type) {
        if (!value.isString() || isJson(type)) {
            return Body.of(value.toString());
        }
        if (!type.startsWith(BYTES)) {
            return Body.of(value.asString());
        }
        try {
            return Body.of(Base64.getDecoder().decode(value.asString()));
        } catch (IllegalArgumentException noBase64) {
            return Body.of(value.asString());
        }
    }

    private static boolean isJson(String type) {
        return type.startsWith(Parts.JSON) || type.contains("+json");
    }

    private static boolean isText(String type) {
        return type.startsWith("text/");
    }
}
