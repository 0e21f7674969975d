package io.citytwin.core.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an asset interface says: properties with their types, acts, and what devices can be asked. Immutable.
 *
 * @param name the interface's simple name, such as {@code Vehicle}
 * @param properties name to type, without {@code id}
 * @param acts what rules can forbid
 * @param actuators names of the properties that can be desired, with what holds when nobody desires anything
 * @param within names of the relations that say where the asset is
 * @param reported names of the properties that devices tell; all actuators are among them
 * @param personal names of the properties that tell of a person or a household
 */
public record AssetType(
        String name,
        SortedMap<String, ValueType> properties,
        SortedSet<String> acts,
        SortedMap<String, Actuator> actuators,
        SortedSet<String> within,
        SortedSet<String> reported,
        SortedSet<String> personal) {

    /** Copies the collections; what can be desired is also reported. */
    public AssetType {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        acts = Collections.unmodifiableSortedSet(new TreeSet<>(acts));
        actuators = Collections.unmodifiableSortedMap(new TreeMap<>(actuators));
        within = Collections.unmodifiableSortedSet(new TreeSet<>(within));
        SortedSet<String> told = new TreeSet<>(reported);
        told.addAll(actuators.keySet());
        reported = Collections.unmodifiableSortedSet(told);
        personal = Collections.unmodifiableSortedSet(new TreeSet<>(personal));
    }
}
