package io.citytwin.adapter.mqtt.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payload with holes such as {@code {value}}. They are filled in a tree, so nothing that is filled in can become anything
 * but one value. Immutable, if nobody changes the tree.
 *
 * @param template texts in it may have holes
 */
record Filling(JsonNode template) {

    private static final Pattern HOLE = Pattern.compile("\\{([a-z][A-Za-z0-9_-]*)}");

    /** The names of all holes. */
    Set<String> holes() {
        Set<String> holes = new TreeSet<>();
        collect(template, holes);
        return holes;
    }

    private static void collect(JsonNode node, Set<String> holes) {
        if (node.isTextual()) {
            HOLE.matcher(node.textValue()).results().forEach(found -> holes.add(found.group(1)));
        }
        node.forEach(inner -> collect(inner, holes));
    }

    /** The tree without holes: a text that is only a hole becomes what fills it. */
    JsonNode fill(Map<String, JsonNode> values) {
        return fill(template, values);
    }

    private static JsonNode fill(JsonNode node, Map<String, JsonNode> values) {
        if (node.isTextual()) {
            return text(node.textValue(), values);
        } else if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue(), values)));
            return filled;
        } else if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(inner -> filled.add(fill(inner, values)));
            return filled;
        }
        return node;
    }

    private static JsonNode text(String text, Map<String, JsonNode> values) {
        Matcher hole = HOLE.matcher(text);
        if (hole.matches()) {
            return value(hole, values);
        }
        return JsonNodeFactory.instance.textNode(
                hole.replaceAll(found -> Matcher.quoteReplacement(plain(found.group(1), values))));
    }

    private static JsonNode value(Matcher hole, Map<String, JsonNode> values) {
        return values.getOrDefault(hole.group(1), JsonNodeFactory.instance.nullNode());
    }

    private static String plain(String name, Map<String, JsonNode> values) {
        JsonNode value = values.getOrDefault(name, JsonNodeFactory.instance.nullNode());
        return value.isNull() ? "" : value.asText();
    }
}
