package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

/** RFC 7396. Unlike the library's, it leaves fields in their order, as a Ditto of today does. */
final class MergePatch {

    private MergePatch() {}

    static JsonObject apply(JsonObject target, JsonObject patch) {
        Map<JsonKey, JsonValue> fields = new LinkedHashMap<>();
        target.forEach(field -> fields.put(field.getKey(), field.getValue()));
        for (JsonField field : patch) {
            JsonValue value = field.getValue();
            if (value.isNull()) {
                fields.remove(field.getKey());
            } else if (value.isObject()) {
                JsonObject before = Optional.ofNullable(fields.get(field.getKey()))
                        .filter(MergePatch::isFilled)
                        .map(JsonValue::asObject)
                        .orElseGet(JsonObject::empty);
                fields.put(field.getKey(), apply(before, value.asObject()));
            } else {
                fields.put(field.getKey(), value);
            }
        }
        return object(fields);
    }

    /** A patch of the whole that patches a part. */
    static JsonValue at(JsonPointer path, JsonValue part) {
        JsonValue patch = part;
        for (JsonPointer rest = path; !rest.isEmpty(); rest = rest.cutLeaf()) {
            patch = JsonObject.newBuilder()
                    .set(rest.getLeaf().orElseThrow(), patch)
                    .build();
        }
        return patch;
    }

    /**
     * What of a patch still makes a difference. Numbers that are the same are no difference, however they are written.
     *
     * @return empty if nothing
     */
    static Optional<JsonObject> needed(JsonObject target, JsonObject patch) {
        Map<JsonKey, JsonValue> needed = new LinkedHashMap<>();
        for (JsonField field : patch) {
            Optional<JsonValue> before = target.getValue(JsonPointer.empty().addLeaf(field.getKey()));
            difference(before, field.getValue()).ifPresent(value -> needed.put(field.getKey(), value));
        }
        return needed.isEmpty() ? Optional.empty() : Optional.of(object(needed));
    }

    private static Optional<JsonValue> difference(Optional<JsonValue> before, JsonValue value) {
        if (value.isNull()) {
            return before.map(taken -> value);
        } else if (value.isObject()) {
            boolean inside = before.filter(MergePatch::isFilled).isPresent();
            return inside
                    ? needed(before.get().asObject(), value.asObject()).map(JsonValue.class::cast)
                    : Optional.of(apply(JsonObject.empty(), value.asObject()))
                            .filter(made -> !made.isEmpty() || value.asObject().isEmpty())
                            .map(JsonValue.class::cast);
        }
        return before.filter(same -> Numbers.same(same, value)).isPresent() ? Optional.empty() : Optional.of(value);
    }

    static boolean isFilled(JsonValue value) {
        return value.isObject() && !value.isNull();
    }

    static JsonObject object(Map<JsonKey, JsonValue> fields) {
        JsonObjectBuilder built = JsonObject.newBuilder();
        fields.forEach(built::set);
        return built.build();
    }
}
