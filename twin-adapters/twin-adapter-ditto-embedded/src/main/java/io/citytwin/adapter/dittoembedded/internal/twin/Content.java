package io.citytwin.adapter.dittoembedded.internal.twin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.base.model.json.FieldType;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonParseException;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.things.model.ThingId;
import org.eclipse.ditto.things.model.ThingTooLargeException;
import org.eclipse.ditto.things.model.ThingsModelFactory;
import org.eclipse.ditto.things.model.signals.commands.exceptions.PolicyIdNotDeletableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingIdNotDeletableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingIdNotExplicitlySettableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingMergeInvalidException;

/** What a Thing holds after a change. The same code makes it when a command comes and when the journal is read again. */
final class Content {

    private static final String ID = "thingId";
    private static final String POLICY = "policyId";

    private static final Set<String> THING_FIELDS = Set.of(ID, POLICY, "definition", "attributes", "features");
    private static final Set<String> FEATURE_FIELDS = Set.of("definition", "properties", "desiredProperties");

    private Content() {}

    static JsonObject put(JsonObject before, JsonPointer path, JsonValue value) {
        return path.isEmpty() ? value.asObject() : before.setValue(path, value);
    }

    static JsonObject merge(JsonObject before, JsonPointer path, JsonValue patch) {
        return MergePatch.apply(before, MergePatch.at(path, patch).asObject());
    }

    static JsonObject delete(JsonObject before, JsonPointer path) {
        return before.remove(path);
    }

    /** The value of a command, which nobody has looked at yet. */
    static JsonValue checked(ThingCommand command, Limits limits, DittoHeaders echo) {
        JsonValue value =
                command.value().orElseThrow(() -> invalid("The command did not include the required <value>!", echo));
        bounded(value, limits.depth(), echo);
        if (!command.path().isEmpty()) {
            return value;
        }
        if (!value.isObject() || value.isNull()) {
            throw command.action() == Action.MERGE
                    ? ThingMergeInvalidException.fromMessage("A Thing cannot be merged with what is no object.", echo)
                    : invalid("The Thing is not a JSON object!", echo);
        }
        sameId(command.thing(), value.asObject(), echo);
        return value;
    }

    /** A patch without the fields that a Thing does not have, so that the journal holds only what counts. */
    static JsonValue known(JsonPointer path, JsonValue patch) {
        int levels = path.getLevelCount();
        boolean inFeatures =
                path.getRoot().filter(JsonKey.of("features")::equals).isPresent();
        if (patch.isNull() || !patch.isObject() || levels > 2 || (levels > 0 && !inFeatures)) {
            return patch;
        }
        JsonObjectBuilder known = JsonObject.newBuilder();
        for (JsonField field : patch.asObject()) {
            String name = field.getKeyName();
            if (levels == 1 || (levels == 0 ? THING_FIELDS : FEATURE_FIELDS).contains(name)) {
                known.set(field.getKey(), known(path.addLeaf(field.getKey()), field.getValue()));
            }
        }
        return known.build();
    }

    private static void sameId(ThingId thing, JsonObject value, DittoHeaders echo) {
        Optional<JsonValue> id = value.getValue(ID);
        if (id.filter(JsonValue::isNull).isPresent()) {
            throw ThingIdNotDeletableException.newBuilder().dittoHeaders(echo).build();
        }
        if (id.filter(other -> !other.equals(JsonValue.of(thing.toString()))).isPresent()) {
            throw ThingIdNotExplicitlySettableException.forDittoProtocol()
                    .dittoHeaders(echo)
                    .build();
        }
    }

    /** A number that JSON cannot write would spoil the journal, a nest without end the stack. */
    private static void bounded(JsonValue value, int depth, DittoHeaders echo) {
        if (depth < 0) {
            throw invalid("The JSON is nested too deep!", echo);
        }
        if (value.isNull()) {
            return;
        }
        if (value.isObject()) {
            for (JsonField field : value.asObject()) {
                bounded(field.getValue(), depth - 1, echo);
            }
        } else if (value.isArray()) {
            value.asArray().forEach(item -> bounded(item, depth - 1, echo));
        } else if (value.isNumber() && !Double.isFinite(value.asDouble())) {
            throw invalid("The number <" + value + "> is out of range!", echo);
        }
    }

    /**
     * A whole Thing as Ditto keeps it: known fields only, each of them with what it may hold. One that is too large, since
     * the graph makes Things of any size, can still be changed, but not grow.
     */
    static JsonObject normal(ThingId thing, JsonObject json, JsonObject before, Limits limits, DittoHeaders echo) {
        if (json.getValue(POLICY).filter(id -> !id.isNull()).isEmpty()) {
            throw PolicyIdNotDeletableException.newBuilder().dittoHeaders(echo).build();
        }
        JsonObject known = ThingsModelFactory.newThing(json.setValue(ID, JsonValue.of(thing.toString())))
                .toJson(FieldType.notHidden());
        int size = size(known);
        if (size > limits.thingBytes() && size > size(before)) {
            throw ThingTooLargeException.newBuilder(size, limits.thingBytes())
                    .dittoHeaders(echo)
                    .build();
        }
        return known;
    }

    private static int size(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    static DittoJsonException invalid(String message, DittoHeaders echo) {
        return new DittoJsonException(
                JsonParseException.newBuilder().message(message).build(), echo);
    }
}
