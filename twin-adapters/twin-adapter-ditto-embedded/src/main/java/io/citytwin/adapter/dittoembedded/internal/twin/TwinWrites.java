package io.citytwin.adapter.dittoembedded.internal.twin;

import com.google.common.collect.Maps;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.thing.ThingForm;
import io.citytwin.core.thing.ThingReading;
import io.citytwin.core.time.CityClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonMergePatch;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

/**
 * Takes what commands write into the graph, if the asset type can hold it.
 *
 * @param graph holds the twins
 * @param json reads and writes them as Things
 * @param clock tells when
 * @param written told each twin that was written
 */
record TwinWrites(TwinGraph graph, TwinJson json, CityClock clock, Consumer<TwinId> written) implements Consent {

    private static final String STATE = "/features/" + ThingForm.STATE + "/";

    @Override
    public void check(Write write) {
        translated(write, () -> {
            Optional<AssetType> type = write.after().flatMap(json::type);
            if (write.after().isEmpty() || (type.isEmpty() && known(write).isEmpty())) {
                return;
            }
            Optional<AssetType> before = known(write).map(Twin::type);
            if (before.isPresent() && !before.equals(type)) {
                throw new CityTwinException(
                        CoreError.ASSET_TYPE,
                        "`" + write.thing() + "` is a `" + before.get().name() + "` and stays one.",
                        "Maybe delete it first, or leave its definition as it is.");
            }
            read(write, type.orElseThrow()).problems().stream()
                    // Other parts than those of its type are the Thing's own affair.
                    .filter(problem -> !problem.code().equals(CoreError.PROPERTY.id()))
                    .findFirst()
                    .ifPresent(problem -> {
                        throw refused(write, problem);
                    });
        });
    }

    private static Refusal refused(Write write, DeadLetter problem) {
        return invalid(write, problem.code() + " " + problem.reason(), "Maybe look at the model of its type.");
    }

    private static Refusal invalid(Write write, String message, String description) {
        Refusal.Words words = new Refusal.Words(message, description);
        return Refusal.of("citytwin:value.invalid", HttpStatus.BAD_REQUEST, words, write.echo());
    }

    /** The mistakes of the graph in Ditto's form. */
    private static void translated(Write write, Runnable work) {
        try {
            work.run();
        } catch (CityTwinException wrong) {
            boolean related =
                    wrong.code() == CoreError.INTEGRITY && write.after().isEmpty();
            String message = wrong.code().id() + " " + wrong.problem();
            if (related) {
                Refusal.Words words = new Refusal.Words(message, wrong.advice());
                throw Refusal.of("citytwin:twin.related", HttpStatus.CONFLICT, words, write.echo());
            }
            throw invalid(write, message, wrong.advice());
        }
    }

    private Optional<Twin> known(Write write) {
        String id = write.thing().toString();
        // Not every name of a Thing is one of a twin, but each of a Thing that is a twin is.
        boolean bare = write.after().or(write::before).flatMap(json::type).isEmpty();
        try {
            return graph.find(TwinId.of(id));
        } catch (CityTwinException noTwin) {
            if (bare || write.after().isEmpty()) {
                return Optional.empty();
            }
            throw noTwin;
        }
    }

    @Override
    public void give(Write write) {
        Optional<Twin> known = known(write);
        Instant now = clock.now();
        if (write.after().isEmpty()) {
            known.ifPresent(twin -> translated(write, () -> graph.remove(twin.id(), now)));
            return;
        }
        Optional<AssetType> type = json.type(write.after().get());
        if (type.isEmpty()) {
            return;
        }
        TwinId id = TwinId.of(write.thing().toString());
        try {
            translated(
                    write, () -> apply(known.orElseGet(() -> Twin.of(id, type.get())), read(write, type.get()), now));
        } finally {
            // Also after half of it was refused: the Thing follows what the graph has.
            written.accept(id);
        }
    }

    private void apply(Twin twin, ThingReading reading, Instant now) {
        if (!reading.own().isEmpty() || graph.find(twin.id()).isEmpty()) {
            graph.put(List.of(with(twin, reading.own())), now);
        }
        reading.observations().forEach(graph::observe);
        reading.wishes()
                .forEach((property, wish) -> wish.value()
                        .or(() -> resting(twin, property))
                        .ifPresent(value -> graph.desire(twin.id(), property, value, now)));
    }

    private static Optional<Value> resting(Twin twin, String property) {
        return Optional.ofNullable(twin.type().actuators().get(property)).map(Actuator::resting);
    }

    private static Twin with(Twin twin, Map<String, Optional<Value>> changes) {
        Map<String, Value> values = new TreeMap<>(
                Maps.filterKeys(twin.values(), property -> !twin.observations().containsKey(property)));
        changes.forEach((property, value) -> {
            values.remove(property);
            value.ifPresent(own -> values.put(property, own));
        });
        Twin own = Twin.of(twin.id(), twin.type());
        for (Map.Entry<String, Value> value : values.entrySet()) {
            own = own.with(value.getKey(), value.getValue());
        }
        return own;
    }

    /** What the command itself says, and what went away with it; what stood there before is no news. */
    private ThingReading read(Write write, AssetType type) {
        JsonObject before = write.before().orElseGet(JsonObject::empty);
        JsonObject after = write.after().orElseThrow();
        JsonObject gone = JsonMergePatch.compute(before, after)
                .map(patch -> patch.asJsonValue().asObject())
                .orElseGet(JsonObject::empty);
        JsonValue value = write.value().orElseGet(JsonFactory::nullLiteral);
        JsonObject said = MergePatch.at(write.path(), value).asObject();
        JsonObject patch = TwinJson.union(gone, said);
        Instant now = clock.now();
        String source = write.subject().orElse("ditto");
        TwinId id = TwinId.of(write.thing().toString());
        ThingReading reading = json.form().read(id, type, TwinJson.jackson(patch), now, source);
        return withEnded(
                reading, type, write, new Observation(id, "", Optional.empty(), now, now, source, Quality.GOOD));
    }

    /** What was reported is missing from now on when it is taken away, and what was desired is desired no more. */
    private static ThingReading withEnded(ThingReading reading, AssetType type, Write write, Observation missing) {
        List<Observation> observations = new ArrayList<>(reading.observations());
        for (String property : type.reported()) {
            boolean told =
                    observations.stream().anyMatch(seen -> seen.property().equals(property));
            if (!told && ended(write, STATE + "properties/" + property)) {
                observations.add(new Observation(
                        missing.twin(),
                        property,
                        missing.value(),
                        missing.measuredAt(),
                        missing.receivedAt(),
                        missing.source(),
                        missing.quality()));
            }
        }
        SortedMap<String, ThingReading.Wish> wishes = new TreeMap<>(reading.wishes());
        for (String property : type.actuators().keySet()) {
            if (ended(write, STATE + "desiredProperties/" + property)) {
                wishes.putIfAbsent(property, new ThingReading.Wish(Optional.empty(), Optional.empty()));
            }
        }
        return new ThingReading(
                reading.twin(), reading.own(), observations, wishes, reading.answers(), reading.problems());
    }

    private static boolean ended(Write write, String path) {
        JsonPointer place = JsonPointer.of(path);
        return write.before().filter(thing -> thing.contains(place)).isPresent()
                && write.after().filter(thing -> thing.contains(place)).isEmpty();
    }
}
