package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.thing.ThingForm;
import io.citytwin.core.thing.ThingReading;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads Things and messages at the devices' side. Immutable. */
final class GatewayThings {

    private static final String DESIRED = "desiredProperties";

    private final ThingForm form;
    private final String source;

    GatewayThings(ThingForm form, String source) {
        this.form = form;
        this.source = source;
    }

    /** The twin that a Thing tells of; empty if it is none of a known type. */
    Optional<Twin> twin(JsonNode thing, Instant now) {
        Optional<AssetType> type = form.type(thing.path("definition").asText(""));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            TwinId id = TwinId.of(thing.path("thingId").asText(""));
            ThingReading reading = form.read(id, type.get(), thing, now, source);
            Twin twin = Twin.of(id, type.get());
            for (Map.Entry<String, Optional<Value>> own : reading.own().entrySet()) {
                twin = own.getValue().isPresent()
                        ? twin.with(own.getKey(), own.getValue().get())
                        : twin;
            }
            for (Observation seen : reading.observations()) {
                twin = twin.with(seen);
            }
            return Optional.of(twin);
        } catch (CityTwinException nonsense) {
            return Optional.empty();
        }
    }

    /** Directives that a Thing holds and that were not answered in it. */
    List<Directive> open(Twin twin, JsonNode thing, Instant now) {
        JsonNode wishes = thing.path("features").path(ThingForm.STATE).path(DESIRED);
        JsonNode answered =
                thing.path("features").path(ThingForm.STATE).path("properties").path("answered");
        List<Directive> open = new ArrayList<>();
        wishes.path("directive").properties().forEach(entry -> {
            String id = entry.getValue().path("id").asText("");
            boolean done =
                    answered.path(entry.getKey()).path("directive").asText("").equals(id);
            if (!done && wishes.has(entry.getKey())) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                if (entry.getValue() instanceof ObjectNode details) {
                    body.setAll(details);
                }
                body.put("property", entry.getKey());
                body.set("value", wishes.path(entry.getKey()));
                directive(twin, body, now).ifPresent(open::add);
            }
        });
        return open;
    }

    /** A directive as a message tells it; empty if it makes no sense. */
    Optional<Directive> directive(Twin twin, JsonNode body, Instant now) {
        String property = body.path("property").asText("");
        String id = body.path("id").asText("");
        if (id.isEmpty() || id.length() > 256 || !twin.type().actuators().containsKey(property)) {
            return Optional.empty();
        }
        try {
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            patch.withObject("/features/" + ThingForm.STATE + "/" + DESIRED).set(property, body.path("value"));
            ThingReading reading = form.read(twin.id(), twin.type(), patch, now, source);
            ThingReading.Wish wish = reading.wishes().get(property);
            if (wish == null || wish.value().isEmpty()) {
                return Optional.empty();
            }
            Directive.Cause cause = new Directive.Cause(
                    body.path("provision").asText(""), body.path("reason").asText(""), moment(body.path("since"), now));
            return Optional.of(new Directive(
                    id,
                    twin.id(),
                    property,
                    wish.value().get(),
                    kind(body.path("kind").asText("")),
                    cause,
                    moment(body.path("issued"), now)));
        } catch (CityTwinException | DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    private static Directive.Kind kind(String text) {
        return text.toUpperCase(Locale.ROOT).equals("REVERT") ? Directive.Kind.REVERT : Directive.Kind.CLAIM;
    }

    private static Instant moment(JsonNode text, Instant now) {
        return text.isTextual() ? Instant.parse(text.asText()) : now;
    }
}
