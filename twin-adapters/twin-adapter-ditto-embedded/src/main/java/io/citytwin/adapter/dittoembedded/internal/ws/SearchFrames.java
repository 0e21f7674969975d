package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.HeaderJson;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.ErrorBody;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.exceptions.TooManyRequestsException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.protocol.TopicPath;
import org.eclipse.ditto.protocol.adapter.UnknownTopicPathException;
import org.eclipse.ditto.thingsearch.model.signals.commands.exceptions.SubscriptionNotFoundException;
import org.eclipse.ditto.thingsearch.model.signals.commands.exceptions.SubscriptionProtocolErrorException;
import org.eclipse.ditto.thingsearch.model.signals.commands.exceptions.SubscriptionTimeoutException;

/** Sends what a search finds, page by page as the client asks for them. Safe for use by many threads. */
final class SearchFrames {

    private final Backend backend;
    private final Caller caller;
    private final Answers answers;
    private final Limits limits;
    private final Map<String, SearchStream> open = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();

    SearchFrames(Backend backend, Caller caller, Answers answers, Limits limits) {
        this.backend = backend;
        this.caller = caller;
        this.answers = answers;
        this.limits = limits;
    }

    void handle(Envelope frame) {
        JsonObject value = frame.payload()
                .getValue()
                .filter(JsonValue::isObject)
                .map(JsonValue::asObject)
                .orElseGet(JsonFactory::newObject);
        TopicPath.SearchAction action = frame.topic().getSearchAction().orElseThrow(() -> unknown(frame));
        switch (action) {
            case SUBSCRIBE -> subscribe(frame, value);
            case REQUEST -> request(frame, value);
            case CANCEL -> text(value, "subscriptionId").map(open::remove).ifPresent(SearchStream::close);
            default -> throw unknown(frame);
        }
    }

    private static UnknownTopicPathException unknown(Envelope frame) {
        return UnknownTopicPathException.newBuilder(frame.topic()).build();
    }

    private void subscribe(Envelope frame, JsonObject value) {
        if (open.size() >= limits.streams()) {
            throw TooManyRequestsException.newBuilder()
                    .message("More than " + limits.streams() + " searches are open.")
                    .description("Cancel a search or read it to its end.")
                    .build();
        }
        Set<String> namespaces = value.getValue("namespaces")
                .filter(JsonValue::isArray)
                .map(all -> all.asArray().stream()
                        .filter(JsonValue::isString)
                        .map(JsonValue::asString)
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
        Search.Query query = new Search.Query(
                text(value, "filter"),
                text(value, "options"),
                namespaces,
                frame.payload().getFields(),
                frame.headers());
        String id = Long.toString(next.getAndIncrement());
        SearchStream stream = new SearchStream(backend.search(), caller, query);
        open.put(id, stream);
        stream.alarm(idle(id));
        tell("created", frame.headers(), id, JsonFactory.newObject());
        try {
            stream.peek();
        } catch (DittoRuntimeException e) {
            fail(id, frame.headers(), e);
        }
    }

    private void request(Envelope frame, JsonObject value) {
        String id = text(value, "subscriptionId").orElse("");
        long demand = value.getValue("demand")
                .filter(JsonValue::isNumber)
                .map(number -> Math.min((long) number.asDouble(), limits.pages()))
                .orElse(0L);
        SearchStream stream = open.get(id);
        if (stream == null) {
            fail(id, frame.headers(), SubscriptionNotFoundException.of(id, frame.headers()));
        } else if (demand < 1) {
            fail(
                    id,
                    frame.headers(),
                    SubscriptionProtocolErrorException.of(
                            new IllegalArgumentException("Demand must be positive"), frame.headers()));
        } else {
            stream.alarm(idle(id));
            pages(id, stream, demand, frame.headers());
        }
    }

    private void pages(String id, SearchStream stream, long demand, DittoHeaders headers) {
        try {
            for (long left = demand; left > 0 && !stream.atEnd(); left--) {
                tell(
                        "next",
                        headers,
                        id,
                        JsonFactory.newObjectBuilder()
                                .set("items", stream.page())
                                .build());
            }
            if (stream.atEnd() && close(id)) {
                tell("complete", headers, id, JsonFactory.newObject());
            }
        } catch (DittoRuntimeException e) {
            fail(id, headers, e);
        }
    }

    private ScheduledFuture<?> idle(String id) {
        DittoHeaders headers = DittoHeaders.empty();
        return backend.timer()
                .schedule(
                        () -> fail(id, headers, SubscriptionTimeoutException.of(id, headers)),
                        limits.idle().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private boolean close(String id) {
        SearchStream stream = open.remove(id);
        Optional.ofNullable(stream).ifPresent(SearchStream::close);
        return stream != null;
    }

    private void fail(String id, DittoHeaders headers, DittoRuntimeException why) {
        close(id);
        tell(
                "failed",
                headers,
                id,
                JsonFactory.newObjectBuilder().set("error", ErrorBody.of(why)).build());
    }

    private void tell(String what, DittoHeaders headers, String id, JsonObject more) {
        DittoHeaders mine = headers.getCorrelationId()
                .map(known -> DittoHeaders.newBuilder().correlationId(known))
                .orElseGet(DittoHeaders::newBuilder)
                .putHeader("content-type", Answers.JSON)
                .build();
        answers.send(JsonFactory.newObjectBuilder()
                .set("topic", "_/_/things/twin/search/" + what)
                .set("headers", HeaderJson.toClient(mine))
                .set("path", "/")
                .set("value", more.toBuilder().set("subscriptionId", id).build())
                .build());
    }

    private static Optional<String> text(JsonObject value, String name) {
        return value.getValue(name).filter(JsonValue::isString).map(JsonValue::asString);
    }

    int size() {
        return open.size();
    }

    void close() {
        open.keySet().forEach(this::close);
    }
}
