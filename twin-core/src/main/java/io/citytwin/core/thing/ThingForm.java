package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes twins as Things and reads Things as twins. All that it writes is an RFC 7396 merge patch of a whole Thing, so
 * that parts written one after the other add up; all that it reads may be a whole Thing or such a patch. Immutable.
 *
 * <p>Shape: {@code definition} names the asset type. {@code attributes} hold what is the twin's own: relations as twin
 * ids, zones as a list of ids, and all properties that no device reports. {@code features/state/properties} hold what
 * devices report as bare values in the property's unit, and beside them {@code observed} with an entry
 * {@code {at, received, source, quality}} for each. {@code features/state/desiredProperties} hold what the city asks for,
 * and beside it {@code directive} with an entry {@code {id, kind, provision, reason, since, issued}} for each.
 */
public final class ThingForm {

    /** The one feature of a Thing. */
    public static final String STATE = "state";

    private final AssetTypes types;

    private ThingForm(AssetTypes types) {
        this.types = types;
    }

    /**
     * The form of some asset types.
     *
     * @param types that twins may have
     * @return a form
     */
    public static ThingForm of(AssetTypes types) {
        return new ThingForm(types);
    }

    /**
     * What a Thing's {@code definition} says.
     *
     * @param type of the twin
     * @return such as {@code io.citytwin:LampPost:1.0.0}
     */
    public String definition(AssetType type) {
        throw new UnsupportedOperationException(type.name());
    }

    /**
     * The asset type that a definition names, whether as an identifier or as the last part of a URL.
     *
     * @param definition of a Thing
     * @return the type, or empty if it is none of these types
     */
    public Optional<AssetType> type(String definition) {
        throw new UnsupportedOperationException(definition + types.all());
    }

    /**
     * A whole Thing: own data and what was observed. It has no policy and no desired properties.
     *
     * @param twin as it is
     * @return JSON with {@code thingId}, {@code definition}, {@code attributes} and {@code features}
     */
    public ObjectNode whole(Twin twin) {
        throw new UnsupportedOperationException(twin.toString());
    }

    /**
     * What is the twin's own. Own properties that it does not have are null, so that merging takes them away.
     *
     * @param twin as it is
     * @return a patch of {@code definition} and {@code attributes}
     */
    public ObjectNode own(Twin twin) {
        throw new UnsupportedOperationException(twin.toString());
    }

    /**
     * What was observed; a missing value is null.
     *
     * @param type of the twin
     * @param observations of one twin, the latest of each property
     * @return a patch of {@code features}, or of {@code attributes} for what no device reports
     */
    public ObjectNode observed(AssetType type, Collection<Observation> observations) {
        throw new UnsupportedOperationException(type.name() + observations);
    }

    /**
     * What the city asks for.
     *
     * @param directives for one twin, the latest of each property
     * @return a patch of {@code features/state/desiredProperties}
     */
    public ObjectNode desired(Collection<Directive> directives) {
        throw new UnsupportedOperationException(directives.toString());
    }

    /**
     * Answers of a device that cannot reply to a message, written beside what it reports.
     *
     * @param property the actuator
     * @param answer of the device
     * @return a patch of {@code features/state/properties/answered}
     */
    public ObjectNode answered(String property, Acknowledgement answer) {
        throw new UnsupportedOperationException(property + answer);
    }

    /**
     * Reads a Thing or a patch of one. What makes no sense becomes a problem, and the rest is read.
     *
     * @param twin whose Thing it is
     * @param type of the twin
     * @param thing JSON object; other parts than those above are left alone
     * @param received when it reached the city; also the time of measuring where the Thing tells none
     * @param source of observations where the Thing tells none
     * @return all that was understood
     */
    public ThingReading read(TwinId twin, AssetType type, JsonNode thing, Instant received, String source) {
        throw new UnsupportedOperationException(twin + type.name() + thing + received + source);
    }
}
