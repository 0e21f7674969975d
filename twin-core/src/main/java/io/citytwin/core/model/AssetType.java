package io.citytwin.core.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an asset interface says: properties with their types, and acts. Immutable.
 *
 * @param name the interface's simple name, such as {@code Vehicle}
 * @param properties name to type, without {@code id}
 * @param acts what rules can forbid
 */
public record AssetType(String name, SortedMap<String, ValueType> properties, SortedSet<String> acts) {

    /** Copies the collections. */
    public AssetType {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        acts = Collections.unmodifiableSortedSet(new TreeSet<>(acts));
    }
}
