package io.citytwin.adapter.config.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.citytwin.adapter.config.ConfigError;
import io.citytwin.adapter.config.SettingsProblem;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.spi.AdapterFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What a part of a file may say. Safe for use by many threads. */
public final class SettingsSchema {

    /** A whole file, whose adapters may say anything. */
    public static final SettingsSchema FILE = new SettingsSchema("""
            {"type": "object", "required": ["adapters"], "additionalProperties": false,
             "properties": {"adapters": {"type": "object", "minProperties": 1,
               "additionalProperties": {"type": "object", "required": ["kind"],
                 "properties": {"kind": {"type": "string"}}}}}}
            """);

    private final JsonNode text;
    private final Schema schema;

    private SettingsSchema(String json) {
        try {
            text = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the schema of a kind of adapters is no JSON", broken);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /**
     * The schema of a kind.
     *
     * @param factory makes adapters of that kind
     * @return its schema
     * @throws IllegalArgumentException if the factory's schema is none
     */
    public static SettingsSchema of(AdapterFactory factory) {
        return new SettingsSchema(factory.schema());
    }

    /**
     * Looks for all keys and values that are not allowed.
     *
     * @param tree where they stand
     * @param at where the part begins
     * @param part to be looked at
     * @param problems told of everything wrong
     * @return true if nothing is
     */
    public boolean check(YamlTree tree, String at, JsonNode part, Consumer<SettingsProblem> problems) {
        List<Error> errors = schema.validate(part);
        errors.forEach(error -> problems.accept(problem(tree, at, error)));
        return errors.isEmpty();
    }

    private SettingsProblem problem(YamlTree tree, String at, Error error) {
        String here = at + pointer(error.getInstanceLocation());
        String label = here.isEmpty() ? "The file" : "`" + here.substring(here.lastIndexOf('/') + 1) + "`";
        String key = String.valueOf(error.getProperty());
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                tree.problem(
                        ConfigError.SETTING,
                        here + "/" + YamlTree.escaped(key),
                        "`" + key + "` is not a key here.",
                        advice(key, keys(error)));
            case "required" ->
                tree.problem(ConfigError.SETTING, here, label + " has no `" + key + "`.", "Maybe add `" + key + ":`.");
            case "enum" -> {
                String word = error.getInstanceNode().asText();
                yield tree.problem(
                        ConfigError.SETTING,
                        here,
                        "`" + word + "` cannot stand for " + label + ".",
                        advice(word, words(error.getSchemaNode())));
            }
            case "type" ->
                tree.problem(
                        ConfigError.SETTING,
                        here,
                        label + " must be of the kind " + String.join(" or ", words(error.getSchemaNode())) + ".",
                        "Maybe quotes or a blank are missing.");
            default ->
                tree.problem(
                        ConfigError.SETTING,
                        here,
                        label + " does not meet `" + error.getKeyword() + ": " + error.getSchemaNode() + "`.",
                        "Maybe compare it with the example in the adapter's README.");
        };
    }

    private static List<String> words(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }

    private static String advice(String word, List<String> names) {
        return NearestName.to(word, names)
                .map(near -> "Maybe `" + near + "`.")
                .orElse("Maybe one of `" + String.join("`, `", names) + "`.");
    }

    private List<String> keys(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode part = text;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            part = path.getElement(i) instanceof Integer index ? part.path(index) : part.path(path.getName(i));
        }
        List<String> keys = new ArrayList<>();
        part.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(YamlTree.escaped(String.valueOf(path.getElement(i))));
        }
        return pointer.toString();
    }
}
