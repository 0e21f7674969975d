package io.citytwin.adapter.dittoembedded.internal.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.rql.query.things.ModelBasedThingsFieldExpressionFactory;

/**
 * The order of found Things: by several keys, then by id, so that no two are ever in the same place. Values of different
 * kinds follow each other as in Ditto's database: none, numbers, texts, objects, lists, true and false. Immutable.
 *
 * @param keys in the order of their weight; empty for the id alone
 * @param text as it was written
 */
record SortOrder(List<Key> keys, String text) implements Comparator<SortOrder.Place> {

    static final SortOrder BY_ID = new SortOrder(List.of(), "");

    private static final int MAX_KEYS = 10;
    // Longer texts are alike if they begin alike: a place travels in a cursor.
    private static final int MAX_TEXT = 200;

    SortOrder {
        keys = List.copyOf(keys);
    }

    /** One key. Immutable. */
    record Key(JsonPointer path, boolean ascending) {}

    /** Where a Thing stands in the order. Immutable. */
    record Place(List<JsonValue> values, String id) {
        Place {
            values = List.copyOf(values);
        }
    }

    static SortOrder of(String text, DittoHeaders headers) {
        List<Key> keys = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String key = part.strip();
            if (key.length() < 2 || (key.charAt(0) != '+' && key.charAt(0) != '-')) {
                throw SearchOptions.invalid("The sort key '" + key + "' does not begin with + or -.", headers);
            }
            keys.add(new Key(path(key.substring(1), headers), key.charAt(0) == '+'));
        }
        if (keys.size() > MAX_KEYS) {
            throw SearchOptions.invalid("There are more than " + MAX_KEYS + " sort keys.", headers);
        }
        return new SortOrder(keys, text);
    }

    private static JsonPointer path(String property, DittoHeaders headers) {
        try {
            ModelBasedThingsFieldExpressionFactory.getInstance().sortBy(property);
            return JsonPointer.of(property);
        } catch (IllegalArgumentException | JsonRuntimeException e) {
            throw SearchOptions.invalid("The sort key '" + property + "' is not known: " + e.getMessage(), headers);
        }
    }

    /** Whether the order is that of ids, in which Things are read anyway. */
    boolean byId() {
        return keys.isEmpty();
    }

    Place place(JsonObject thing, String id) {
        return new Place(
                keys.stream()
                        .map(key -> thing.getValue(key.path())
                                .map(SortOrder::comparable)
                                .orElse(JsonFactory.nullLiteral()))
                        .toList(),
                id);
    }

    private static JsonValue comparable(JsonValue value) {
        if (value.isNull()) {
            return JsonFactory.nullLiteral();
        }
        if (value.isString()) {
            return JsonValue.of(start(value.asString()));
        }
        if (value.isObject()) {
            return JsonObject.newBuilder().set("o", start(value.toString())).build();
        }
        return value.isArray()
                ? JsonFactory.newArrayBuilder().add(start(value.toString())).build()
                : value;
    }

    private static String start(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    @Override
    public int compare(Place left, Place right) {
        for (int key = 0; key < keys.size(); key++) {
            int order = compare(left.values().get(key), right.values().get(key));
            if (order != 0) {
                return keys.get(key).ascending() ? order : -order;
            }
        }
        return left.id().compareTo(right.id());
    }

    private static int compare(JsonValue left, JsonValue right) {
        int kind = Integer.compare(kind(left), kind(right));
        if (kind != 0) {
            return kind;
        }
        if (left.isNumber()) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return left.isString()
                ? left.asString().compareTo(right.asString())
                : left.toString().compareTo(right.toString());
    }

    private static int kind(JsonValue value) {
        if (value.isNull()) {
            return 0;
        }
        if (value.isNumber()) {
            return 1;
        }
        if (value.isString()) {
            return 2;
        }
        if (value.isObject()) {
            return 3;
        }
        return value.isArray() ? 4 : 5;
    }
}
