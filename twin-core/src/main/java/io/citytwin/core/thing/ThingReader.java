package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.signal.Acknowledgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one Thing. For one thread at a time. */
final class ThingReader {

    private final TwinId twin;
    private final AssetType type;
    private final Origin origin;
    private final Problems problems;
    private final SortedMap<String, Optional<Value>> own = new TreeMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final SortedMap<String, ThingReading.Wish> wishes = new TreeMap<>();
    private final List<Acknowledgement> answers = new ArrayList<>();

    ThingReader(TwinId twin, AssetType type, Origin origin, Problems problems) {
        this.twin = twin;
        this.type = type;
        this.origin = origin;
        this.problems = problems;
    }

    /** What holds where the Thing itself does not tell. Immutable. */
    record Origin(Instant received, String source) {}

    /** A part that holds properties, and what it calls them in messages. Immutable. */
    private record Part(String place, JsonNode json, JsonNode entries, boolean attributes) {}

    ThingReading read(JsonNode thing) {
        if (problems.isObject("thing", thing)) {
            boolean whole = thing.has(ThingParts.ID);
            attributes(thing.path(ThingParts.ATTRIBUTES), whole);
            JsonNode features = thing.path("features");
            if (problems.isObject("features", features)
                    && problems.isObject("features/state", features.path(ThingForm.STATE))) {
                state(features.path(ThingForm.STATE), whole);
            }
        }
        return new ThingReading(twin, own, observations, wishes, answers, problems.letters());
    }

    private void attributes(JsonNode attributes, boolean whole) {
        if (attributes.isNull()) {
            type.properties().keySet().stream()
                    .filter(property -> !type.reported().contains(property))
                    .forEach(property -> own.put(property, Optional.empty()));
        } else if (problems.isObject(ThingParts.ATTRIBUTES, attributes)) {
            part(ThingParts.ATTRIBUTES, attributes, true, whole);
        }
    }

    private void state(JsonNode state, boolean whole) {
        JsonNode properties = state.path("properties");
        if (problems.isObject("properties", properties)) {
            part("properties", properties, false, whole);
            answers(properties.path(ThingParts.ANSWERED));
        }
        JsonNode desired = state.path("desiredProperties");
        if (problems.isObject("desiredProperties", desired)) {
            wishes(desired);
        }
    }

    private void part(String place, JsonNode json, boolean attributes, boolean whole) {
        JsonNode entries = json.path(ThingParts.OBSERVED);
        problems.isObject(place + "/observed", entries);
        Part part = new Part(place, json, entries, attributes);
        Set<String> beside = Set.of(ThingParts.OBSERVED, attributes ? ThingParts.ZONES : ThingParts.ANSWERED);
        json.properties().forEach(field -> {
            if (!beside.contains(field.getKey())) {
                property(part, field.getKey(), field.getValue());
            }
        });
        if (whole && entries.isObject()) {
            entries.properties().forEach(field -> {
                if (!json.has(field.getKey()) && field.getValue().isObject()) {
                    property(part, field.getKey(), NullNode.getInstance());
                }
            });
        }
    }

    private void property(Part part, String property, JsonNode json) {
        String place = part.place() + "/" + property;
        ValueType held = type.properties().get(property);
        if (held == null || !(part.attributes() || type.reported().contains(property))) {
            unknown(place, json);
            return;
        }
        JsonNode entry = part.entries().path(property);
        boolean observed = problems.isObject(part.place() + "/observed/" + property, entry);
        if (json.isNull()) {
            if (observed) {
                observation(property, Optional.empty(), entry);
            } else if (part.attributes()) {
                own.put(property, Optional.empty());
            }
            return;
        }
        problems.tried(place, json, () -> JsonValues.read(held, json)).ifPresent(value -> {
            if (observed || !part.attributes()) {
                observation(property, Optional.of(value), entry);
            } else {
                own.put(property, Optional.of(value));
            }
        });
    }

    private void observation(String property, Optional<Value> value, JsonNode entry) {
        problems.tried(
                        "observed/" + property,
                        entry,
                        () -> new Observation(
                                twin,
                                property,
                                value,
                                Entries.instant(entry, "at").orElse(origin.received()),
                                Entries.instant(entry, "received").orElse(origin.received()),
                                Entries.text(entry, "source").orElse(origin.source()),
                                Entries.quality(entry)))
                .ifPresent(observations::add);
    }

    private void wishes(JsonNode desired) {
        JsonNode entries = desired.path(ThingParts.DIRECTIVE);
        problems.isObject("desiredProperties/directive", entries);
        desired.properties().forEach(field -> {
            String property = field.getKey();
            if (!property.equals(ThingParts.DIRECTIVE)) {
                wish(property, field.getValue(), entries.path(property));
            }
        });
    }

    private void wish(String property, JsonNode json, JsonNode entry) {
        String place = "desiredProperties/" + property;
        ValueType held = actuator(property);
        if (held == null) {
            unknown(place, json);
            return;
        }
        problems.isObject("directive/" + property, entry);
        problems.tried(
                        place,
                        json,
                        () -> new ThingReading.Wish(
                                json.isNull() ? Optional.empty() : Optional.of(JsonValues.read(held, json)),
                                Entries.text(entry, "id")))
                .ifPresent(wish -> wishes.put(property, wish));
    }

    private void answers(JsonNode answered) {
        if (problems.isObject(ThingParts.ANSWERED, answered)) {
            answered.properties().forEach(field -> answer(field.getKey(), field.getValue()));
        }
    }

    private void answer(String property, JsonNode entry) {
        String place = ThingParts.ANSWERED + "/" + property;
        if (actuator(property) == null) {
            unknown(place, entry);
        } else if (problems.isObject(place, entry)) {
            problems.tried(
                            place,
                            entry,
                            () -> new Acknowledgement(
                                    Entries.needed(entry, "directive"),
                                    Entries.text(entry, "refused"),
                                    Entries.instant(entry, "at").orElse(origin.received())))
                    .ifPresent(answers::add);
        }
    }

    private @Nullable ValueType actuator(String property) {
        return type.actuators().containsKey(property) ? type.properties().get(property) : null;
    }

    private void unknown(String place, JsonNode json) {
        problems.add(
                CoreError.PROPERTY,
                "`" + type.name() + "` has no property `" + Snippet.of(place) + "`.",
                Snippet.of(json));
    }
}
