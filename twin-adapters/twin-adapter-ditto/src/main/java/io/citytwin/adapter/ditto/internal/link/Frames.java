package io.citytwin.adapter.ditto.internal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.model.TwinId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.protocol.Adaptable;
import org.eclipse.ditto.protocol.Payload;
import org.eclipse.ditto.protocol.PayloadBuilder;
import org.eclipse.ditto.protocol.ProtocolFactory;
import org.eclipse.ditto.protocol.TopicPath;

/** Between Ditto's frames and ours. Immutable. */
final class Frames {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MERGE = "application/merge-patch+json";
    private static final String PLAIN = "application/json";
    private static final String MESSAGES = "/messages/";

    private Frames() {}

    static Adaptable command(Request request, String correlation) {
        String verb = request.action().name().toLowerCase(Locale.ROOT);
        String type = request.action() == Request.Action.MERGE ? MERGE : PLAIN;
        return frame(
                topic(request.thing(), "twin/commands/" + verb),
                headers(request.headers(), correlation, type),
                payload(request.path(), request.value()).build());
    }

    static Adaptable message(Link.Message message, String correlation, boolean answered) {
        Map<String, String> given = new HashMap<>(message.headers());
        if (!answered) {
            given.put("response-required", "false");
        }
        return frame(
                topic(message.thing(), "live/messages/" + subject(message.path())),
                headers(given, correlation, PLAIN),
                payload(message.path(), message.value()).build());
    }

    static Adaptable reply(Link.Message message, int status, Optional<JsonNode> value) {
        String correlation = message.headers().getOrDefault("correlation-id", "");
        HttpStatus known = HttpStatus.tryGetInstance(status).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        String path = message.path().replaceFirst("(^|/)inbox" + MESSAGES, "$1outbox" + MESSAGES);
        return frame(
                topic(message.thing(), "live/messages/" + subject(message.path())),
                headers(Map.of("response-required", "false"), correlation, PLAIN),
                payload(path, value).withStatus(known).build());
    }

    static Answer answer(Adaptable frame) {
        Payload payload = frame.getPayload();
        int status = payload.getHttpStatus().map(HttpStatus::getCode).orElse(200);
        return new Answer(status, value(payload), frame.getDittoHeaders());
    }

    static Answer refusal(DittoRuntimeException refused) {
        int status = refused.getHttpStatus().getCode();
        return new Answer(status, Optional.of(read(refused.toJson())), Map.of());
    }

    static Link.Event event(Adaptable frame) {
        Payload payload = frame.getPayload();
        return new Link.Event(
                thing(frame.getTopicPath()),
                frame.getTopicPath().getAction().map(TopicPath.Action::getName).orElseThrow(),
                payload.getPath().toString(),
                value(payload),
                payload.getRevision().orElseThrow(),
                payload.getTimestamp().orElseThrow(),
                frame.getDittoHeaders());
    }

    static Link.Message message(Adaptable frame) {
        return new Link.Message(
                thing(frame.getTopicPath()),
                frame.getPayload().getPath().toString(),
                value(frame.getPayload()),
                frame.getDittoHeaders());
    }

    private static Adaptable frame(TopicPath topic, DittoHeaders headers, Payload payload) {
        return ProtocolFactory.newAdaptableBuilder(topic)
                .withHeaders(headers)
                .withPayload(payload)
                .build();
    }

    private static TopicPath topic(TwinId thing, String rest) {
        return ProtocolFactory.newTopicPath(thing.namespace() + "/" + thing.name() + "/things/" + rest);
    }

    private static TwinId thing(TopicPath topic) {
        return new TwinId(topic.getNamespace(), topic.getEntityName());
    }

    private static DittoHeaders headers(Map<String, String> given, String correlation, String type) {
        Map<String, String> all = new HashMap<>(given);
        all.put("correlation-id", correlation);
        all.putIfAbsent("content-type", type);
        return DittoHeaders.of(all);
    }

    private static PayloadBuilder payload(String path, Optional<JsonNode> value) {
        PayloadBuilder builder = Payload.newBuilder(JsonPointer.of(path));
        value.ifPresent(json -> builder.withValue(JsonFactory.readFrom(json.toString())));
        return builder;
    }

    private static Optional<JsonNode> value(Payload payload) {
        return payload.getValue().map(Frames::read);
    }

    private static JsonNode read(JsonValue value) {
        try {
            return JSON.readTree(value.toString());
        } catch (JsonProcessingException strange) {
            // Jackson's bounds on depth and length of numbers are tighter than those of Ditto.
            throw new IllegalArgumentException("a value is too deep or has too long a number", strange);
        }
    }

    private static String subject(String path) {
        int at = path.indexOf("box" + MESSAGES);
        if (at < 0) {
            throw new IllegalArgumentException("no message path: " + path);
        }
        return path.substring(at + "box".length() + MESSAGES.length());
    }
}
