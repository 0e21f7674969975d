package io.citytwin.rules.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns what the schema validator finds into sentences with places. For one thread at a time. */
final class SchemaMessages {

    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "number", "a number",
            "boolean", "true or false",
            "object", "keys with values",
            "array", "a list");
    private static final Map<String, RulesError> CODE_OF_KEY = Map.of(
            "unit", RulesError.UNIT,
            "columns", RulesError.UNIT,
            "source", RulesError.SOURCE,
            "sources", RulesError.SOURCE,
            "confidence", RulesError.SOURCE);

    private final Node root;
    private final JsonNode schema;
    private final List<Error> errors;
    private final Consumer<Problem> problems;

    SchemaMessages(Node root, JsonNode schema, List<Error> errors, Consumer<Problem> problems) {
        this.root = root;
        this.schema = schema;
        this.errors = errors;
        this.problems = problems;
    }

    void report() {
        for (Error error : errors) {
            Found found = find(error.getInstanceLocation());
            switch (error.getKeyword()) {
                case "additionalProperties" -> unknownKey(error, found);
                case "required" -> missingKey(error, found);
                case "oneOf" -> notOneOf(error, found);
                case "dependentRequired" -> dependent(error, found);
                case "type" -> wrongKind(error, found);
                case "enum" -> wrongWord(error, found);
                case "minItems", "minProperties" -> tooFew(error, found);
                case "maxItems", "maxProperties" -> tooMany(error, found);
                default -> refusedByKeyword(error, found);
            }
        }
    }

    private void unknownKey(Error error, Found found) {
        String key = error.getProperty();
        if (!(found.node() instanceof Node.Mapping mapping)) {
            return;
        }
        Place place = mapping.entry(key).map(entry -> entry.key().place()).orElse(found.place());
        Optional<String> number = decimalComma(mapping, key);
        if (number.isPresent()) {
            error(
                    RulesError.NUMBER,
                    place,
                    Words.quoted(number.get()) + " is written with a decimal comma.",
                    "Maybe `" + number.get().replace(',', '.') + "`.");
        } else {
            error(RulesError.SCHEMA, place, Words.quoted(key) + " is not a key here.", Words.maybe(key, keys(error)));
        }
    }

    /** YAML takes {@code value: 0,5} between braces as two entries. */
    private static Optional<String> decimalComma(Node.Mapping mapping, String key) {
        List<Node.Entry> entries = mapping.entries();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).key().text().equals(key)
                    && key.matches("\\d{1,9}")
                    && entries.get(i - 1).value() instanceof Node.Scalar before
                    && before.text().matches("-?\\d{1,9}")) {
                return Optional.of(before.text() + "," + key);
            }
        }
        return Optional.empty();
    }

    private void missingKey(Error error, Found found) {
        String key = error.getProperty();
        if (error.getEvaluationPath().contains("oneOf") || misspelt(error, found, key)) {
            return;
        }
        String where = found.key().isEmpty() ? "The file" : Words.quoted(found.key());
        error(
                CODE_OF_KEY.getOrDefault(key, RulesError.SCHEMA),
                found.place(),
                where + " has no " + Words.quoted(key) + ".",
                "Maybe add `" + key + ":`" + purpose(error, key));
    }

    private void notOneOf(Error error, Found found) {
        if (!(found.node() instanceof Node.Mapping mapping)) {
            return;
        }
        List<String> choices = new ArrayList<>();
        error.getSchemaNode()
                .forEach(choice -> choices.add(choice.at("/required/0").asText()));
        if (choices.stream().anyMatch(choice -> misspelt(error, found, choice))) {
            return;
        }
        boolean both = choices.stream().allMatch(choice -> mapping.entry(choice).isPresent());
        String names = Words.quoted(choices.get(0)) + (both ? " and " : " nor ") + Words.quoted(choices.get(1));
        error(
                CODE_OF_KEY.getOrDefault(choices.get(0), RulesError.SCHEMA),
                found.place(),
                Words.quoted(found.key()) + (both ? " has both " : " has neither ") + names + ".",
                both
                        ? "Maybe remove one of the two."
                        : "Maybe add `" + choices.get(0) + ":`" + purpose(error, choices.get(0)));
    }

    private void dependent(Error error, Found found) {
        List<String> missing = new ArrayList<>();
        error.getSchemaNode().path(error.getProperty()).forEach(key -> missing.add(key.asText()));
        error(
                RulesError.SCHEMA,
                found.place(),
                Words.quoted(error.getProperty()) + " is of no use without " + Words.quoted(missing.get(0)) + ".",
                "Maybe add `" + missing.get(0) + ":`, or remove `" + error.getProperty() + "`.");
    }

    private void wrongKind(Error error, Found found) {
        if (subschema(error).path("format").asText().equals("date") && found.node() instanceof Node.Scalar day) {
            if (!day.text().isEmpty()) {
                // Said better where dates are read.
                return;
            }
        }
        List<String> kinds = new ArrayList<>();
        if (error.getSchemaNode().isArray()) {
            error.getSchemaNode().forEach(kind -> kinds.add(kindName(kind)));
        } else {
            kinds.add(kindName(error.getSchemaNode()));
        }
        String must = String.join(" or ", kinds);
        if (error.getInstanceNode().isNull()) {
            error(RulesError.SCHEMA, found.place(), found.label() + " has no value.", "Maybe write " + must + ".");
        } else {
            boolean quotes = kinds.contains("text") && found.node() instanceof Node.Scalar;
            String is = kindName(error.getInstanceNode().getNodeType().name().toLowerCase(Locale.ROOT));
            error(
                    RulesError.SCHEMA,
                    found.place(),
                    found.label() + " must be " + must + ", not " + is + ".",
                    quotes ? "Maybe put it in quotes." : "Maybe write " + must + ".");
        }
    }

    private void wrongWord(Error error, Found found) {
        if (!(found.node() instanceof Node.Scalar word) || word.text().isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>();
        error.getSchemaNode().forEach(option -> words.add(option.asText()));
        RulesError code = CODE_OF_KEY.getOrDefault(found.key(), RulesError.SCHEMA);
        String what = Words.quoted(word.text()) + " cannot stand for " + found.label() + ".";
        error(code, found.place(), what, Words.maybe(word.text(), words));
    }

    private void tooFew(Error error, Found found) {
        error(
                RulesError.SCHEMA,
                found.place(),
                found.label() + " has fewer than `" + error.getSchemaNode().asText() + "` entries.",
                "Maybe something is indented too little.");
    }

    private void tooMany(Error error, Found found) {
        error(
                RulesError.SCHEMA,
                found.place(),
                found.label() + " has more than `" + error.getSchemaNode().asText() + "` entries.",
                "Maybe a `-` is missing before the next one.");
    }

    private void refusedByKeyword(Error error, Found found) {
        String what = found.label() + " does not meet `" + error.getKeyword() + "` of the file's schema.";
        error(RulesError.SCHEMA, found.place(), what, "Maybe compare it with a file that loads.");
    }

    private boolean misspelt(Error error, Found found, String missing) {
        return found.node() instanceof Node.Mapping mapping
                && mapping.entries().stream()
                        .map(entry -> entry.key().text())
                        .filter(key -> !keys(error).contains(key))
                        .anyMatch(key -> Words.nearest(key, keys(error)).equals(Optional.of(missing)));
    }

    /** What a key is for, as the schema describes it. */
    private String purpose(Error error, String key) {
        JsonNode property = subschema(error).path("properties").path(key);
        String text = property.path("description").asText();
        return text.isEmpty() ? "." : ": " + Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private List<String> keys(Error error) {
        List<String> keys = new ArrayList<>();
        subschema(error).path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The part of the schema that holds the keyword. */
    private JsonNode subschema(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode part = schema;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            part = path.getElement(i) instanceof Integer index ? part.path(index) : part.path(path.getName(i));
        }
        return part;
    }

    private static String kindName(JsonNode kind) {
        return kindName(kind.asText());
    }

    private static String kindName(String kind) {
        return TYPES.getOrDefault(kind, kind);
    }

    private void error(ErrorCode code, Place place, String what, String advice) {
        problems.accept(Problem.error(code, place, what, advice));
    }

    private Found find(NodePath path) {
        Node node = root;
        Place place = root.place();
        String key = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            if (node instanceof Node.Mapping mapping) {
                String name = path.getName(i);
                Optional<Node.Entry> entry = mapping.entry(name);
                key = name;
                place = entry.map(one -> one.key().place()).orElse(place);
                node = entry.map(Node.Entry::value).orElse(node);
            } else if (node instanceof Node.Items items && path.getElement(i) instanceof Number index) {
                node = items.items().get(index.intValue());
                place = node.place();
            }
        }
        return new Found(node, key, place(node, place));
    }

    /** A word's own place; for all else, the place of its key or its first character. */
    private static Place place(Node node, Place place) {
        return node instanceof Node.Scalar scalar && !scalar.text().isEmpty() ? node.place() : place;
    }

    /** A node with the last key on the way to it. */
    private record Found(Node node, String key, Place place) {
        String label() {
            return key.isEmpty() ? "The file" : Words.quoted(key);
        }
    }
}
