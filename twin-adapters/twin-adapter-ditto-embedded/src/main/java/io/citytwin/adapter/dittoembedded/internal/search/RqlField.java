package io.citytwin.adapter.dittoembedded.internal.search;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

/**
 * A field of a Thing that a filter names, or the same field of all features. Immutable.
 *
 * @param path from the top, or below each feature
 * @param ofAnyFeature whether the feature is {@code *}
 */
record RqlField(JsonPointer path, boolean ofAnyFeature) {

    private static final JsonKey FEATURES = JsonKey.of("features");
    private static final Pattern FEATURE_DEFINITION = Pattern.compile("/?features/[^/]+/definition");
    private static final JsonKey DEFINITION = JsonKey.of("definition");
    private static final JsonPointer NAMESPACE = JsonPointer.of("_namespace");

    /** As Ditto's library names fields, and the definitions of features, which later ones know. */
    static RqlField of(String property, Consumer<String> check) {
        if (!FEATURE_DEFINITION.matcher(property).matches()) {
            check.accept(property);
        }
        JsonPointer path = JsonPointer.of(property);
        boolean any = path.getLevelCount() > 1
                && path.getRoot().filter(FEATURES::equals).isPresent()
                && path.get(1).filter(key -> key.toString().equals("*")).isPresent();
        return any ? new RqlField(path.getSubPointer(2).orElse(JsonPointer.empty()), true) : new RqlField(path, false);
    }

    /** Whether a test holds for the field, or for that of any feature. A Thing without features has no such feature. */
    boolean any(JsonObject thing, Predicate<Optional<JsonValue>> test) {
        if (!ofAnyFeature) {
            return testEach(value(thing), test);
        }
        return thing.getValue(FEATURES)
                .filter(JsonValue::isObject)
                .filter(features ->
                        features.asObject().stream().anyMatch(feature -> testEach(below(feature.getValue()), test)))
                .isPresent();
    }

    // A feature has several definitions: each counts.
    private boolean testEach(Optional<JsonValue> value, Predicate<Optional<JsonValue>> test) {
        boolean several = value.isPresent()
                && value.get().isArray()
                && path.getLeaf().filter(DEFINITION::equals).isPresent();
        return several ? value.get().asArray().stream().anyMatch(one -> test.test(Optional.of(one))) : test.test(value);
    }

    private Optional<JsonValue> value(JsonObject thing) {
        Optional<JsonValue> value = thing.getValue(path);
        if (value.isEmpty() && path.equals(NAMESPACE)) {
            return thing.getValue("thingId")
                    .map(id -> id.asString().split(":", 2)[0])
                    .map(JsonValue::of);
        }
        return value;
    }

    private Optional<JsonValue> below(JsonValue feature) {
        if (path.isEmpty()) {
            return Optional.of(feature);
        }
        return feature.isObject() ? feature.asObject().getValue(path) : Optional.empty();
    }
}
