package io.citytwin.rules.internal.verify;

import io.citytwin.rules.internal.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Lays the values of a variant over those of its case. Safe for use by many threads. */
final class Merge {

    private Merge() {}

    /** Keys of both; where both have keys below, those of both; else the upper value. */
    static Node deep(Node lower, Node upper) {
        if (!(lower instanceof Node.Mapping below) || !(upper instanceof Node.Mapping above)) {
            return upper;
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : below.entries()) {
            entries.add(above.entry(entry.key().text())
                    .map(over -> new Node.Entry(over.key(), deep(entry.value(), over.value())))
                    .orElse(entry));
        }
        above.entries().stream()
                .filter(entry -> below.entry(entry.key().text()).isEmpty())
                .forEach(entries::add);
        return new Node.Mapping(entries, above.place());
    }
}
