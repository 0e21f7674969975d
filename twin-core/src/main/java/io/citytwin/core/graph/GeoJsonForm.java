package io.citytwin.core.graph;

import io.citytwin.core.model.AssetType;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How to read GeoJSON that was not written for this library, such as a city's open data. Names of its properties that
 * are not mentioned here are ignored. Immutable.
 *
 * @param type the asset type of its features
 * @param id the name of the twin, with the file's property names in braces, such as {@code nil-{ID_NIL}}
 * @param label the file's name of the label, or empty
 * @param constants property key to the text that every twin gets, such as {@code place} to {@code it:milano}
 * @param rename the file's property name to the property key, such as {@code potenza} to {@code ratedPower [W]}
 * @param where the file's property name to the text that a feature must have there; other features are passed over
 */
public record GeoJsonForm(
        String type,
        String id,
        Optional<String> label,
        SortedMap<String, String> constants,
        SortedMap<String, String> rename,
        SortedMap<String, String> where) {

    /** Copies the maps. */
    public GeoJsonForm {
        constants = Collections.unmodifiableSortedMap(new TreeMap<>(constants));
        rename = Collections.unmodifiableSortedMap(new TreeMap<>(rename));
        where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
    }

    /**
     * A form that takes the id and the geometry only.
     *
     * @param type the asset type of its features
     * @param id such as {@code nil-{ID_NIL}}
     * @return a form
     */
    public static GeoJsonForm of(String type, String id) {
        return new GeoJsonForm(type, id, Optional.empty(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** That of files written for this library: they call everything as we do. */
    static GeoJsonForm own(String type) {
        return of(type, "");
    }

    boolean isOwn() {
        return id.isEmpty();
    }

    /** Refuses keys that lead to no property. */
    void check(AssetType asset) {
        constants.keySet().forEach(key -> PropertyKey.property(asset, key));
        rename.values().forEach(key -> PropertyKey.property(asset, key));
    }

    /**
     * Takes the label, too.
     *
     * @param name the file's name for it
     * @return a new form
     */
    public GeoJsonForm label(String name) {
        return new GeoJsonForm(type, id, Optional.of(name), constants, rename, where);
    }

    /**
     * Gives every twin a value.
     *
     * @param key such as {@code place} or {@code floorArea [m2]}
     * @param text as a file would write it
     * @return a new form
     */
    public GeoJsonForm constant(String key, String text) {
        return new GeoJsonForm(type, id, label, with(constants, key, text), rename, where);
    }

    /**
     * Takes one more of the file's properties.
     *
     * @param name the file's name for it
     * @param key the property key, such as {@code ratedPower [W]}
     * @return a new form
     */
    public GeoJsonForm rename(String name, String key) {
        return new GeoJsonForm(type, id, label, constants, with(rename, name, key), where);
    }

    /**
     * Takes only some of the features.
     *
     * @param name a property of the file
     * @param text what it must hold
     * @return a new form
     */
    public GeoJsonForm where(String name, String text) {
        return new GeoJsonForm(type, id, label, constants, rename, with(where, name, text));
    }

    private static SortedMap<String, String> with(SortedMap<String, String> map, String key, String text) {
        SortedMap<String, String> more = new TreeMap<>(map);
        more.put(key, text);
        return more;
    }
}
