package io.citytwin.adapter.dittoembedded.internal.search;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.ditto.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Compares values as Ditto does: numbers as numbers, also where one of them is text; other kinds by their text. */
final class RqlValue {

    private static final int LONGEST_NUMBER = 40;

    private RqlValue() {}

    static boolean equal(JsonValue found, @Nullable Object wanted) {
        if (wanted == null) {
            return found.isNull();
        }
        return compare(Optional.of(found), wanted).orElse(1) == 0;
    }

    /** Empty if they cannot be compared: objects, arrays, null. */
    static OptionalInt compare(Optional<JsonValue> found, @Nullable Object wanted) {
        Object left = found.map(RqlValue::plain).orElse(null);
        if (left == null || wanted == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(compare(left, wanted));
    }

    private static @Nullable Object plain(JsonValue value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isNumber() ? value : null;
    }

    private static int compare(Object left, Object right) {
        boolean numbers = isNumber(left) || isNumber(right);
        if (numbers) {
            BigDecimal first = number(left);
            BigDecimal second = number(right);
            if (first != null && second != null) {
                return first.compareTo(second);
            }
        }
        if (left instanceof Boolean first && right instanceof Boolean second) {
            return first.compareTo(second);
        }
        return left.toString().compareTo(right.toString());
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof JsonValue;
    }

    private static @Nullable BigDecimal number(Object value) {
        String text = value.toString();
        if (value instanceof Boolean || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
