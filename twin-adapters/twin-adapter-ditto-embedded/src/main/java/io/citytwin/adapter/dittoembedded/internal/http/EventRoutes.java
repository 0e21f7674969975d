package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.things.model.ThingId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events of Things as server-sent events. Safe for use by many threads. */
final class EventRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);
    private static final List<String> HISTORY = List.of(
            "from-historical-revision",
            "to-historical-revision",
            "from-historical-timestamp",
            "to-historical-timestamp");

    private final Services services;

    EventRoutes(Services services) {
        this.services = services;
    }

    /**
     * A stream.
     *
     * @param request whose parameters say what to tell
     * @param things only these; empty for all
     * @param part of a Thing that must have changed; only its value is told
     */
    ApiAnswer of(ApiRequest request, List<ThingId> things, JsonPointer part) {
        for (String name : HISTORY) {
            if (request.query().containsKey(name)) {
                throw Refusal.outside("the parameter '" + name + "'");
            }
        }
        DittoHeaders headers = HeaderReader.read(request);
        Optional<Predicate<JsonObject>> filter =
                request.parameter("filter").map(text -> services.rql().condition(text, headers));
        EventFields fields = new EventFields(
                Parts.fields(request, headers),
                request.parameter("extraFields").map(text -> Parts.selector(text, headers)),
                part);
        EventChoice choice =
                new EventChoice(request.caller(), java.util.Set.copyOf(things), Parts.namespaces(request), filter);
        refuseWhatIsHidden(request, things, headers);
        return new ApiAnswer(
                200,
                Map.of("content-type", "text/event-stream"),
                Optional.empty(),
                Optional.of(data -> open(new EventTelling(services.policies(), choice, fields), data)),
                "");
    }

    /** Somebody who may not see a Thing is told so at once, as by reading it. */
    private void refuseWhatIsHidden(ApiRequest request, List<ThingId> things, DittoHeaders headers) {
        if (request.path().size() > 1) {
            things.forEach(thing -> services.things()
                    .execute(
                            request.caller(),
                            new io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand(
                                    thing,
                                    io.citytwin.adapter.dittoembedded.internal.twin.Action.RETRIEVE,
                                    JsonPointer.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    DittoHeaders.newBuilder()
                                            .correlationId(
                                                    headers.getCorrelationId().orElse("sse"))
                                            .build())));
        }
    }

    private Runnable open(EventTelling telling, Consumer<String> data) {
        Things.Subscription subscription = services.things().subscribe(event -> {
            try {
                telling.tell(event).ifPresent(data);
            } catch (RuntimeException | StackOverflowError | LinkageError failed) {
                LOG.warn("An event could not be told to a stream.", failed);
            }
        });
        return subscription::close;
    }
}
