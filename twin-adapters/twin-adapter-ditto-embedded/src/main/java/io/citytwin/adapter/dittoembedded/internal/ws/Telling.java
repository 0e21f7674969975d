package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.HeaderJson;
import io.citytwin.adapter.dittoembedded.internal.live.LiveMessage;
import io.citytwin.adapter.dittoembedded.internal.live.Travel;
import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.StoredThing;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.ditto.base.model.acks.AcknowledgementRequest;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.headers.DittoHeadersBuilder;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;

/** Writes events and messages for one session, if it may see them and asked for them. Safe for use by many threads. */
final class Telling {

    private final Caller caller;
    private final Set<String> declared;
    private final Things things;

    Telling(Caller caller, Set<String> declared, Things things) {
        this.caller = caller;
        this.declared = declared;
        this.things = things;
    }

    /** The frame of an event; empty if it is not for this session. */
    Optional<JsonObject> event(ThingEvent event, Access access, Interest interest) {
        if (!interest.covers(event.thing().getNamespace()) || !access.mayRead(caller, event.path())) {
            return Optional.empty();
        }
        Optional<JsonObject> extra = interest.extraFields()
                .map(fields -> Extra.of(event, access, caller).get(fields));
        if (!interest.matches(() -> Changed.of(event, extra))) {
            return Optional.empty();
        }
        JsonObjectBuilder frame = JsonFactory.newObjectBuilder()
                .set("topic", topic(event.thing()) + "/things/twin/events/" + kind(event))
                .set("headers", HeaderJson.toClient(headers(event)))
                .set("path", event.path().toString());
        event.value().ifPresent(value -> frame.set("value", value));
        extra.ifPresent(fields -> frame.set("extra", fields));
        return Optional.of(frame.set("revision", event.revision())
                .set("timestamp", event.at().toString())
                .build());
    }

    /** The frame of a message; empty if it is not for this session. */
    Optional<JsonObject> message(LiveMessage message, Access access, Interest interest) {
        if (!interest.covers(message.thing().getNamespace()) || !access.mayMessage(caller, message.path(), "READ")) {
            return Optional.empty();
        }
        Optional<JsonObject> extra = interest.extraFields()
                .flatMap(fields -> things.find(message.thing())
                        .map(thing -> Extra.of(thing, access, caller).get(fields)));
        if (!interest.matches(() -> Changed.of(message, extra))) {
            return Optional.empty();
        }
        JsonObject frame = frame(message, acks(message.headers()));
        return Optional.of(
                extra.map(fields -> frame.toBuilder().set("extra", fields).build())
                        .orElse(frame));
    }

    /** A message or a reply as it is sent. */
    static JsonObject frame(LiveMessage message, DittoHeaders headers) {
        JsonObjectBuilder frame = JsonFactory.newObjectBuilder()
                .set("topic", topic(message.thing()) + "/things/live/messages/" + message.subject())
                .set("headers", HeaderJson.toClient(headers))
                .set("path", message.path().toString());
        message.value().ifPresent(value -> frame.set("value", value));
        message.status().ifPresent(status -> frame.set("status", status));
        return frame.build();
    }

    static String topic(ThingId thing) {
        return thing.getNamespace() + "/" + thing.getName();
    }

    static String kind(ThingEvent event) {
        return event.kind().name().toLowerCase(Locale.ROOT);
    }

    private DittoHeaders headers(ThingEvent event) {
        DittoHeadersBuilder<?, ?> headers = Travel.echo(event.headers()).toBuilder();
        Travel.originator(event.headers()).ifPresent(who -> headers.putHeader("ditto-originator", who));
        boolean patch = event.kind() == ThingEvent.Kind.MERGED;
        return headers.responseRequired(false)
                .acknowledgementRequests(mine(event.headers()))
                .putHeader("entity-revision", String.valueOf(event.revision()))
                .putHeader("content-type", patch ? Answers.PATCH : Answers.JSON)
                .build();
    }

    private DittoHeaders acks(DittoHeaders headers) {
        return headers.getAcknowledgementRequests().isEmpty()
                ? headers
                : headers.toBuilder().acknowledgementRequests(mine(headers)).build();
    }

    /** Only what this session declared is asked of it. */
    private Set<AcknowledgementRequest> mine(DittoHeaders headers) {
        return headers.getAcknowledgementRequests().stream()
                .filter(request -> declared.contains(request.getLabel().toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What extra fields are taken from: the Thing as far as the caller may see it, with its metadata. */
    static final class Extra {

        private Extra() {}

        static JsonObject of(ThingEvent event, Access access, Caller caller) {
            return of(event.thingJson(), event.revision(), event.at(), access, caller);
        }

        static JsonObject of(StoredThing thing, Access access, Caller caller) {
            return of(thing.json(), thing.revision(), thing.modified(), access, caller);
        }

        private static JsonObject of(JsonObject thing, long revision, Instant at, Access access, Caller caller) {
            return access.view(caller, JsonPointer.empty(), thing).toBuilder()
                    .set("_revision", revision)
                    .set("_modified", at.toString())
                    .build();
        }
    }

    /** What filters see. */
    static final class Changed {

        private Changed() {}

        static JsonObject of(ThingEvent event, Optional<JsonObject> extra) {
            JsonObject base = extra.orElseGet(JsonFactory::newObject);
            JsonObject whole = event.value()
                    .map(value -> JsonFactory.mergeJsonValues(at(event.path(), value), base))
                    .filter(JsonValue::isObject)
                    .map(JsonValue::asObject)
                    .orElse(base);
            JsonObject described = whole.toBuilder()
                    .set("thingId", event.thing().toString())
                    .set("_revision", event.revision())
                    .set("_modified", event.at().toString())
                    .build();
            return Placeholders.add(
                    described,
                    Map.of(
                            "topic:action",
                            kind(event),
                            "topic:channel",
                            "twin",
                            "resource:path",
                            event.path().toString()));
        }

        static JsonObject of(LiveMessage message, Optional<JsonObject> extra) {
            JsonObject described = extra.orElseGet(JsonFactory::newObject).toBuilder()
                    .set("thingId", message.thing().toString())
                    .build();
            return Placeholders.add(
                    described,
                    Map.of(
                            "topic:subject",
                            message.subject(),
                            "topic:channel",
                            "live",
                            "resource:path",
                            message.path().toString()));
        }

        private static JsonValue at(JsonPointer path, JsonValue value) {
            return path.isEmpty() ? value : JsonFactory.newObject(path, value);
        }
    }
}
