package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;

/** A value in a YAML file with its place. Immutable. */
public sealed interface Node {

    /**
     * Where it starts.
     *
     * @return its first character
     */
    Place place();

    /**
     * A word, number or text.
     *
     * @param text without quotes
     * @param plain whether it was written without quotes
     * @param place where it starts
     */
    record Scalar(String text, boolean plain, Place place) implements Node {}

    /**
     * A list.
     *
     * @param items in file order
     * @param place where it starts
     */
    record Items(List<Node> items, Place place) implements Node {

        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys with values.
     *
     * @param entries in file order, each key once
     * @param place where it starts
     */
    record Mapping(List<Entry> entries, Place place) implements Node {

        /** Copies the entries. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        /**
         * The value of a key.
         *
         * @param key the key
         * @return its value, or empty
         */
        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }

        /**
         * The value of a key, if it is a word, number or text that is not empty.
         *
         * @param key the key
         * @return its value, or empty
         */
        public Optional<Scalar> scalar(String key) {
            return get(key).filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .filter(scalar -> !scalar.text().isEmpty());
        }

        /**
         * The value of a key, if it has keys itself.
         *
         * @param key the key
         * @return its value, or a mapping without entries
         */
        public Mapping mapping(String key) {
            return get(key).filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .orElse(new Mapping(List.of(), place));
        }

        /**
         * The value of a key, if it is a list.
         *
         * @param key the key
         * @return its items, or none
         */
        public List<Node> items(String key) {
            return get(key).filter(Items.class::isInstance)
                    .map(node -> ((Items) node).items())
                    .orElse(List.of());
        }

        /**
         * A key with its value.
         *
         * @param key the key
         * @return the entry, or empty
         */
        public Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param value its value
     */
    record Entry(Scalar key, Node value) {}
}
