package io.citytwin.adapter.dittoembedded.internal.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.thing.ThingForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;

/**
 * What a twin is as a Thing.
 *
 * @param graph holds the twins
 * @param form writes them
 */
record TwinJson(TwinGraph graph, ThingForm form) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonPointer DESIRED = JsonPointer.of("/features/" + ThingForm.STATE + "/desiredProperties");

    static JsonNode jackson(JsonObject json) {
        try {
            return JSON.readTree(json.toString());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("What was parsed before cannot be parsed again.", broken);
        }
    }

    private static JsonObject ditto(JsonNode json) {
        return JsonFactory.newObject(json.toString());
    }

    Optional<AssetType> type(JsonObject thing) {
        return thing.getValue("definition")
                .filter(JsonValue::isString)
                .flatMap(definition -> form.type(definition.asString()));
    }

    JsonObject whole(Twin twin, PolicyId policy) {
        JsonObject thing = ditto(form.whole(twin));
        return MergePatch.apply(thing, desired(twin, thing)).setValue("policyId", policy.toString());
    }

    /** What a Thing lacks to say the same as its twin; empty if nothing. */
    Optional<JsonObject> lacking(Twin twin, JsonObject thing) {
        JsonObject own = ditto(form.own(twin));
        // A definition elsewhere that names the same type is as good.
        boolean named = type(thing).filter(twin.type()::equals).isPresent();
        JsonObject patch = union(named ? own.remove("definition") : own, observed(twin));
        return MergePatch.needed(thing, union(patch, desired(twin, thing)));
    }

    private JsonObject observed(Twin twin) {
        return ditto(form.observed(twin.type(), twin.observations().values()));
    }

    /** Both patches as one; the second wins. */
    static JsonObject union(JsonObject one, JsonObject other) {
        JsonObject both = one;
        for (var field : other) {
            JsonPointer at = JsonPointer.empty().addLeaf(field.getKey());
            Optional<JsonObject> inner =
                    one.getValue(at).filter(MergePatch::isFilled).map(JsonValue::asObject);
            JsonValue value = MergePatch.isFilled(field.getValue()) && inner.isPresent()
                    ? union(inner.get(), field.getValue().asObject())
                    : field.getValue();
            both = both.setValue(at, value);
        }
        return both;
    }

    /** A resting value that nobody asked for is not shown. What asked for another value than it is now is taken away. */
    private JsonObject desired(Twin twin, JsonObject thing) {
        JsonObject patch = JsonObject.empty();
        for (var actuator : twin.type().actuators().entrySet()) {
            String property = actuator.getKey();
            Optional<JsonValue> shown = thing.getValue(DESIRED.append(JsonPointer.of(property)));
            Optional<Value> wanted = graph.desired(twin.id(), property);
            boolean rests = wanted.equals(Optional.of(actuator.getValue().resting()));
            if (wanted.isEmpty() || (rests && shown.isEmpty())) {
                continue;
            }
            JsonValue value = json(twin, property, wanted.get());
            if (shown.filter(same -> Numbers.same(same, value)).isEmpty()) {
                patch = patch.setValue(DESIRED.append(JsonPointer.of(property)), value)
                        .setValue(DESIRED.append(JsonPointer.of("directive/" + property)), JsonFactory.nullLiteral());
            }
        }
        return patch;
    }

    private JsonValue json(Twin twin, String property, Value value) {
        Directive.Cause cause = new Directive.Cause("", "", Instant.EPOCH);
        Directive directive = new Directive("", twin.id(), property, value, Directive.Kind.CLAIM, cause, Instant.EPOCH);
        return ditto(form.desired(List.of(directive)))
                .getValue(DESIRED.append(JsonPointer.of(property)))
                .orElseThrow();
    }
}
