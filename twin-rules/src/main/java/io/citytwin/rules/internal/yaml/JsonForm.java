package io.citytwin.rules.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Nodes in the form that schema validators know. Safe for use by many threads. */
final class JsonForm {

    // Bounded on purpose: anything longer stays text, and is refused where a number is read.
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,12})?");
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private JsonForm() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = MAKE.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), of(entry.value())));
            return object;
        } else if (node instanceof Node.Items items) {
            ArrayNode array = MAKE.arrayNode();
            items.items().forEach(item -> array.add(of(item)));
            return array;
        } else {
            return scalar((Node.Scalar) node);
        }
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return MAKE.textNode(text);
        } else if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return MAKE.nullNode();
        } else if (text.equals("true") || text.equals("false")) {
            return MAKE.booleanNode(text.equals("true"));
        }
        return NUMBER.matcher(text).matches() ? MAKE.numberNode(new BigDecimal(text)) : MAKE.textNode(text);
    }
}
