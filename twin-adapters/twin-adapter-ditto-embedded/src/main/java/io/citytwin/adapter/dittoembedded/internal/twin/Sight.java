package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import java.util.Optional;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

/**
 * A Thing with the eyes of a caller. All that is answered, compared or hashed goes through here, so that what is hidden
 * cannot be told from what is not there.
 *
 * @param caller who looks
 * @param access what the policy allows; empty if the policy is gone, which hides all
 */
record Sight(Caller caller, Optional<Access> access) {

    boolean some() {
        return access.filter(rules -> rules.mayReadSome(caller, JsonPointer.empty()))
                .isPresent();
    }

    boolean all(JsonPointer path) {
        return access.filter(rules -> rules.mayRead(caller, path)).isPresent();
    }

    boolean mayWrite(JsonPointer path) {
        return access.filter(rules -> rules.mayWrite(caller, path)).isPresent();
    }

    /** Whether a patch changes only what may be changed, part by part. */
    boolean mayMerge(JsonPointer path, JsonValue patch, Optional<JsonValue> before) {
        if (mayWrite(path)) {
            return true;
        }
        // To merge into what is no object replaces it as a whole.
        boolean replaces = before.filter(value -> !value.isObject()).isPresent();
        if (!patch.isObject() || patch.isNull() || patch.asObject().isEmpty() || replaces) {
            return false;
        }
        Optional<JsonObject> known = before.map(JsonValue::asObject);
        for (JsonField field : patch.asObject()) {
            JsonKey key = field.getKey();
            Optional<JsonValue> inner =
                    known.flatMap(object -> object.getValue(JsonPointer.empty().addLeaf(key)));
            if (!mayMerge(path.addLeaf(key), field.getValue(), inner)) {
                return false;
            }
        }
        return true;
    }

    /** A whole Thing; its id is no secret to who sees anything of it. */
    JsonObject whole(JsonObject thing) {
        if (all(JsonPointer.empty())) {
            return thing;
        }
        JsonObject seen = access.map(rules -> rules.view(caller, JsonPointer.empty(), thing))
                .orElseGet(JsonObject::empty);
        return JsonObject.newBuilder()
                .setAll(pick(thing, "thingId"))
                .setAll(seen.remove("thingId"))
                .setAll(pick(thing, "_revision"))
                .build();
    }

    private static JsonObject pick(JsonObject thing, String key) {
        return thing.getField(key)
                .map(field -> JsonObject.newBuilder().set(field).build())
                .orElseGet(JsonObject::empty);
    }

    /** A part of a whole Thing. */
    Optional<JsonValue> part(JsonObject thing, JsonPointer path) {
        if (path.isEmpty()) {
            return Optional.of(whole(thing));
        }
        Optional<JsonValue> value = thing.getValue(path);
        if (value.isEmpty() || all(path)) {
            return value;
        }
        // A bare value is seen as a field of the object around it.
        JsonKey leaf = path.getLeaf().orElseThrow();
        JsonObject alone = JsonObject.newBuilder().set(leaf, value.get()).build();
        return access.map(rules -> rules.view(caller, path.cutLeaf(), alone))
                .flatMap(seen -> seen.getValue(JsonPointer.empty().addLeaf(leaf)));
    }
}
