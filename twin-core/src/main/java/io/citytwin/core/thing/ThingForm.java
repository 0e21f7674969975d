package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes twins as Things and reads Things as twins. All that it writes is an RFC 7396 merge patch of a whole Thing, so
 * that parts written one after the other add up; all that it reads may be a whole Thing or such a patch. Immutable.
 *
 * <p>Shape: {@code definition} names the asset type. {@code attributes} hold what is the twin's own: relations as twin
 * ids, zones as a list of ids, and all properties that no device reports; if such a property was observed nevertheless,
 * {@code attributes/observed} says so. {@code features/state/properties} hold what
 * devices report as bare values in the property's unit, and beside them {@code observed} with an entry
 * {@code {at, received, source, quality}} for each. {@code features/state/desiredProperties} hold what the city asks for,
 * and beside it {@code directive} with an entry {@code {id, kind, provision, reason, since, issued}} for each. A property
 * that devices report, but that nobody has observed yet, may have an own value among the attributes.
 */
public final class ThingForm {

    /** The one feature of a Thing. Types of which devices report nothing do not have it. */
    public static final String STATE = "state";

    private final AssetTypes types;
    private final Definitions definitions;

    private ThingForm(AssetTypes types, Definitions definitions) {
        this.types = types;
        this.definitions = definitions;
    }

    /**
     * The form of some asset types.
     *
     * @param types that twins may have
     * @return a form whose definitions are identifiers
     */
    public static ThingForm of(AssetTypes types) {
        return new ThingForm(types, new Definitions(Optional.empty()));
    }

    /**
     * The form of some asset types whose Thing Models are published.
     *
     * @param types that twins may have
     * @param base the URL below which the models are, such as {@code https://models.example/city/}
     * @return a form whose definitions are URLs below the base
     */
    public static ThingForm of(AssetTypes types, String base) {
        return new ThingForm(types, new Definitions(Optional.of(base)));
    }

    /**
     * The file name of a Thing Model, which is the last part of its URL.
     *
     * @param model such as {@code LampPost} or {@code LampPost.State}
     * @return such as {@code LampPost-1.0.0.tm.jsonld}
     */
    public static String modelFile(String model) {
        return Definitions.file(model);
    }

    /**
     * A value as Things have it.
     *
     * @param value any
     * @return a number in the value's unit, a boolean, a string, or a GeoJSON geometry
     */
    public static JsonNode json(Value value) {
        return JsonValues.write(value);
    }

    /**
     * Reads a value out of a Thing or a message.
     *
     * @param type of the property
     * @param json as {@link #json} writes it
     * @return the value
     * @throws io.citytwin.core.error.CityTwinException {@code C101}, {@code C103}, {@code C105} or {@code C112} if it is
     *     no such value
     */
    public static Value value(ValueType type, JsonNode json) {
        return JsonValues.read(type, json);
    }

    /**
     * What a Thing's {@code definition} says.
     *
     * @param type of the twin
     * @return such as {@code io.citytwin:LampPost:1.0.0}
     */
    public String definition(AssetType type) {
        return definitions.of(type);
    }

    /**
     * The asset type that a definition names, whether as an identifier or as the last part of a URL.
     *
     * @param definition of a Thing
     * @return the type, or empty if it is none of these types
     */
    public Optional<AssetType> type(String definition) {
        return Definitions.name(definition).flatMap(types::find);
    }

    /**
     * Where a Thing of a type tells of a person or a household.
     *
     * @param type of the twin
     * @return JSON pointers into a Thing, such as {@code /attributes/holder}
     */
    public SortedSet<String> personal(AssetType type) {
        SortedSet<String> pointers = new TreeSet<>();
        for (String property : type.personal()) {
            ThingParts.PLACES.forEach(place -> pointers.add(place + property));
        }
        // Who knows the zones knows where the point is.
        if (type.personal().contains("location")) {
            pointers.add("/attributes/" + ThingParts.ZONES);
        }
        return pointers;
    }

    /**
     * A whole Thing: own data and what was observed. It has no policy and no desired properties.
     *
     * @param twin as it is
     * @return JSON with {@code thingId}, {@code definition}, {@code attributes} and {@code features}
     */
    public ObjectNode whole(Twin twin) {
        ObjectNode thing = JsonNodeFactory.instance.objectNode();
        thing.put(ThingParts.ID, twin.id().toString());
        MergePatch.into(thing, own(twin));
        thing.withObject("/features");
        if (!twin.type().reported().isEmpty()) {
            thing.withObject("/features/" + STATE).putArray("definition").add(definitions.ofState(twin.type()));
        }
        MergePatch.into(thing, observed(twin.type(), twin.observations().values()));
        return thing;
    }

    /**
     * What is the twin's own. Own properties that it does not have are null, so that merging takes them away; what was
     * observed is left alone.
     *
     * @param twin as it is
     * @return a patch of {@code definition} and {@code attributes}
     */
    public ObjectNode own(Twin twin) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.put(ThingParts.DEFINITION, definition(twin.type()));
        patch.set(ThingParts.ATTRIBUTES, ThingParts.own(twin));
        return patch;
    }

    /**
     * What was observed; a missing value is null.
     *
     * @param type of the twin
     * @param observations of one twin, the latest of each property
     * @return a patch of {@code features}, or of {@code attributes} for what no device reports
     */
    public ObjectNode observed(AssetType type, Collection<Observation> observations) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Observation observation : observations) {
            boolean reported = type.reported().contains(observation.property());
            ObjectNode part = patch.withObject(reported ? "/features/" + STATE + "/properties" : "/attributes");
            ThingParts.observed(part, observation);
        }
        return patch;
    }

    /**
     * What the city asks for.
     *
     * @param directives for one twin, the latest of each property
     * @return a patch of {@code features/state/desiredProperties}
     */
    public ObjectNode desired(Collection<Directive> directives) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Directive directive : directives) {
            ThingParts.desired(patch.withObject("/features/" + STATE + "/desiredProperties"), directive);
        }
        return patch;
    }

    /**
     * Answers of a device that cannot reply to a message, written beside what it reports.
     *
     * @param property the actuator
     * @param answer of the device
     * @return a patch of {@code features/state/properties/answered}
     */
    public ObjectNode answered(String property, Acknowledgement answer) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode part = patch.withObject("/features/" + STATE + "/properties/" + ThingParts.ANSWERED);
        part.putObject(property)
                .put("directive", answer.directive())
                // Null, so that an earlier refusal does not outlive it.
                .put("refused", answer.refused().orElse(null))
                .put("at", answer.at().toString());
        return patch;
    }

    /**
     * Reads a Thing or a patch of one. What makes no sense becomes a problem, and the rest is read. Where a whole Thing,
     * which is one that has a {@code thingId}, says when a property was observed but has no value for it, the value is
     * missing; in a patch, that says nothing.
     *
     * @param twin whose Thing it is
     * @param type of the twin
     * @param thing JSON object; other parts than those above are left alone
     * @param received when it reached the city; also the time of measuring where the Thing tells none
     * @param source of observations where the Thing tells none
     * @return all that was understood
     */
    public ThingReading read(TwinId twin, AssetType type, JsonNode thing, Instant received, String source) {
        Problems problems = new Problems(source, received);
        if (thing.path(ThingParts.DEFINITION).isTextual()) {
            String definition = thing.path(ThingParts.DEFINITION).textValue();
            if (!type(definition).equals(Optional.of(type))) {
                problems.definition(definition, definition(type));
            }
        }
        return new ThingReader(twin, type, new ThingReader.Origin(received, source), problems).read(thing);
    }
}
