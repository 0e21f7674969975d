package io.citytwin.core.thing;

import com.fasterxml.jackson.databind.JsonNode;

/** The beginning of what came in, for messages: never long, however deep or large the JSON is. Safe for use by many threads. */
final class Snippet {

    private static final int LONGEST = 80;
    private static final int MOST_BITS = 1000;

    private Snippet() {}

    static String of(JsonNode json) {
        if (json.isObject()) {
            return "an object of " + json.size() + " fields";
        } else if (json.isArray()) {
            return "a list of " + json.size();
        } else if (json.isTextual()) {
            return of(json.textValue());
        } else if (json.isBigInteger() && json.bigIntegerValue().bitLength() > MOST_BITS) {
            return "a number of " + json.bigIntegerValue().bitLength() + " bits";
        } else if (json.isBigDecimal() && json.decimalValue().unscaledValue().bitLength() > MOST_BITS) {
            return "a number of " + json.decimalValue().unscaledValue().bitLength() + " bits";
        }
        return of(json.asText());
    }

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
