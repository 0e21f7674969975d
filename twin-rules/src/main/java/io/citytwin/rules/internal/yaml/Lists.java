package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lists of names that a folder can use: those of assets, and those that its inputs and levels declare. For one thread
 * at a time.
 */
final class Lists {

    private final FolderReading reading;
    private final SortedMap<String, ValueType.Names> byName = new TreeMap<>();

    private final boolean whole;

    private Lists(FolderReading reading, boolean whole) {
        this.reading = reading;
        this.whole = whole;
    }

    static Lists of(FolderReading reading, Optional<Node.Mapping> declared) {
        Lists lists = new Lists(reading, declared.isPresent());
        for (AssetType type : reading.types().all()) {
            type.properties().values().forEach(lists::addAsset);
        }
        if (declared.isPresent()) {
            lists.declareAll(declared.get());
        }
        return lists;
    }

    private void declareAll(Node.Mapping state) {
        for (Node.Entry input : state.mapping("inputs").entries()) {
            if (!(input.value() instanceof Node.Mapping body)
                    || body.get("unit").isEmpty()) {
                declare(input, "values", false);
            }
        }
        for (Node.Entry level : state.mapping("levels").entries()) {
            declare(level, "states", true);
        }
    }

    /** Whether the folder's own lists could be read at all. */
    boolean isWhole() {
        return whole;
    }

    /** The list that an input or level declares: called like it, with a capital letter. */
    static String listName(String declared) {
        return declared.isEmpty() ? "" : Character.toUpperCase(declared.charAt(0)) + declared.substring(1);
    }

    Optional<ValueType.Names> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private void addAsset(ValueType type) {
        if (type instanceof ValueType.Names names) {
            byName.put(names.list(), names);
        }
    }

    private void declare(Node.Entry entry, String key, boolean ordered) {
        String name = listName(entry.key().text());
        if (!(entry.value() instanceof Node.Mapping declared)) {
            reading.spoilt(name);
            return;
        }
        List<String> words = words(declared.items(key));
        if (byName.containsKey(name)) {
            reading.error(
                    RulesError.DUPLICATE,
                    entry.key().place(),
                    "There is another list of names called " + Words.quoted(name) + ".",
                    "Maybe choose another name.");
        } else if (words.isEmpty()) {
            reading.spoilt(name);
        } else {
            byName.put(name, new ValueType.Names(name, words, ordered));
        }
    }

    private List<String> words(List<Node> items) {
        List<String> words = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Node item : items) {
            if (!(item instanceof Node.Scalar word) || !Names.check(reading, word)) {
                continue;
            }
            if (seen.add(word.text())) {
                words.add(word.text());
            } else {
                reading.error(
                        RulesError.DUPLICATE,
                        word.place(),
                        Words.quoted(word.text()) + " stands twice in the list.",
                        "Maybe remove one of the two.");
            }
        }
        return words;
    }
}
