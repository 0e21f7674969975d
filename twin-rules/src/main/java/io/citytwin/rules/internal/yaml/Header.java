package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Wording;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code regulation.yaml} says. Immutable.
 *
 * @param id of the regulation, with its place
 * @param uses alias to the id of another regulation, with its place
 * @param says provision to its sentences for citizens, with their places
 * @param declared where what carries no place of its own stands: the value of each key, and sources as {@code sources.key}
 */
record Header(
        Node.Scalar id,
        Wording title,
        String jurisdiction,
        String authority,
        int rank,
        LocalDate verified,
        SortedMap<String, LegalSource> sources,
        SortedMap<String, Node.Scalar> uses,
        SortedMap<String, Provision> provisions,
        SortedMap<String, List<Node.Scalar>> says,
        SortedMap<String, Place> declared) {

    /** Copies the maps. */
    Header {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
        provisions = Collections.unmodifiableSortedMap(new TreeMap<>(provisions));
        says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    }

    /** Where the value of a key stands; a key that is missing was reported. */
    Place placeOf(String key) {
        return declared.getOrDefault(key, id.place());
    }
}
