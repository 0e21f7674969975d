package io.citytwin.adapter.ditto.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.down.Patches;
import io.citytwin.core.model.Twin;
import io.citytwin.core.thing.ThingForm;
import java.util.function.Predicate;

/** What the Things of a city should be. Immutable. */
public final class Plans {

    /** The attribute that says who made a Thing. */
    public static final String MARK = "citytwin";

    private final ThingForm form;
    private final String owner;
    private final Predicate<Twin> devices;

    /**
     * Plans.
     *
     * @param form of Things
     * @param owner who makes them
     * @param devices whose values belong to Ditto
     */
    public Plans(ThingForm form, String owner, Predicate<Twin> devices) {
        this.form = form;
        this.owner = owner;
        this.devices = devices;
    }

    /**
     * The policy of a twin's Thing.
     *
     * @param twin any
     * @return such as {@code it.milano:citytwin.LampPost}
     */
    public static String policy(Twin twin) {
        return twin.id().namespace() + ":citytwin." + twin.type().name();
    }

    /**
     * Whether this city made a Thing.
     *
     * @param thing as it is
     * @return true if it bears the mark
     */
    public boolean ours(JsonNode thing) {
        return thing.path("attributes").path(MARK).path("owner").asText("").equals(owner);
    }

    String condition() {
        return "eq(attributes/" + MARK + "/owner,\"" + owner + "\")";
    }

    ThingForm form() {
        return form;
    }

    /** A new Thing; what devices report they write themselves. */
    ObjectNode whole(Twin twin) {
        ObjectNode thing = form.whole(twin);
        if (devices.test(twin)) {
            JsonNode state = thing.path("features").path(ThingForm.STATE);
            if (state instanceof ObjectNode feature) {
                feature.remove("properties");
            }
        }
        return (ObjectNode) Patches.merge(thing, patch(twin));
    }

    /**
     * What makes a Thing what it should be.
     *
     * @param twin of the graph
     * @return a merge patch of the whole Thing
     */
    ObjectNode patch(Twin twin) {
        JsonNode own = form.own(twin);
        JsonNode both = devices.test(twin)
                ? own
                : merged(own, form.observed(twin.type(), twin.observations().values()));
        ObjectNode patch = both.deepCopy();
        JsonNode kind = form.whole(twin).path("features").path(ThingForm.STATE).path("definition");
        if (kind.isArray()) {
            patch.withObject("/features/" + ThingForm.STATE).set("definition", kind);
        }
        patch.put("policyId", policy(twin));
        patch.withObject("/attributes").putObject(MARK).put("owner", owner);
        return patch;
    }

    // Nulls stay: they are what takes away.
    private static JsonNode merged(JsonNode one, JsonNode other) {
        if (!one.isObject() || !other.isObject()) {
            return other;
        }
        ObjectNode both = one.deepCopy();
        other.properties().forEach(entry -> {
            JsonNode before = both.get(entry.getKey());
            both.set(entry.getKey(), before == null ? entry.getValue() : merged(before, entry.getValue()));
        });
        return both;
    }
}
