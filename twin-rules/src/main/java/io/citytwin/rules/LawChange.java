package io.citytwin.rules;

import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed when an engine adopted another law. Immutable.
 *
 * @param number journal number of the adoption
 * @param at from when on the city goes by it
 * @param before hash of the law until then
 * @param after hash of the adopted law; the same if it says the same
 * @param added ids of regulations that were not there
 * @param changed ids of regulations whose folder has other bytes
 * @param removed ids of regulations that are not there any more
 * @param ended levels that the adopted law does not take over, each as it ended
 */
public record LawChange(
        long number,
        Instant at,
        String before,
        String after,
        SortedSet<String> added,
        SortedSet<String> changed,
        SortedSet<String> removed,
        List<LevelDecision> ended) {

    /** Copies the collections. */
    public LawChange {
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        ended = List.copyOf(ended);
    }

    /**
     * Whether the adopted law says the same as the one before.
     *
     * @return true if nothing is different
     */
    public boolean isNone() {
        return before.equals(after);
    }

    /**
     * The changes on one line.
     *
     * @return such as {@code city.gate changed, city.lamps added}; {@code nothing changed} if that is so
     */
    public String text() {
        String text = Stream.of(told(changed, "changed"), told(added, "added"), told(removed, "removed"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing changed" : text;
    }

    private static Stream<String> told(SortedSet<String> ids, String how) {
        return ids.stream().map(id -> id + " " + how);
    }
}
