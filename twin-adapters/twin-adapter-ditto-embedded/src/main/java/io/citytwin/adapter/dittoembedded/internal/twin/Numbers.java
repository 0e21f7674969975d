package io.citytwin.adapter.dittoembedded.internal.twin;

import java.math.BigDecimal;
import java.util.Iterator;
import org.eclipse.ditto.json.JsonArray;
import org.eclipse.ditto.json.JsonValue;

/** Compares values as a reader would: 5 and 5.0 are the same. */
final class Numbers {

    private Numbers() {}

    static boolean same(JsonValue one, JsonValue other) {
        if (one.equals(other)) {
            return true;
        } else if (one.isNumber() && other.isNumber()) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        } else if (one.isNull() || other.isNull() || !one.isArray() || !other.isArray()) {
            return false;
        }
        return same(one.asArray(), other.asArray());
    }

    private static boolean same(JsonArray one, JsonArray other) {
        Iterator<JsonValue> others = other.iterator();
        for (JsonValue value : one) {
            if (!others.hasNext() || !same(value, others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }
}
