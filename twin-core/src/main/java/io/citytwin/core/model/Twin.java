package io.citytwin.core.model;

import com.google.common.base.Splitter;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is known of one twin. A property without a value is unknown, which is not the same as no. Immutable.
 *
 * @param id its name
 * @param type its asset type
 * @param values property name to value
 * @param observations where the observed ones among the values came from
 * @param zones the zones whose ground it is on
 */
public record Twin(
        TwinId id,
        AssetType type,
        SortedMap<String, Value> values,
        SortedMap<String, Observation> observations,
        SortedSet<TwinId> zones) {

    /** Copies the collections. */
    public Twin {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
    }

    /**
     * A twin of which nothing is known yet.
     *
     * @param id its name
     * @param type its asset type
     * @return a twin without values
     */
    public static Twin of(TwinId id, AssetType type) {
        return new Twin(id, type, new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    /**
     * The same twin with one more value, read by the type of its property.
     *
     * @param property the property's name
     * @param text a number in the property's unit, {@code true} or {@code false}, a name, words, or a twin id
     * @return a new twin
     * @throws CityTwinException {@code C101}, {@code C103}, {@code C104} or {@code C105}
     */
    public Twin with(String property, String text) {
        return with(property, Values.read(typeOf(property), text));
    }

    /**
     * The same twin with several more values, read by the types of their properties.
     *
     * @param assignments {@code property=value} with blanks between them, such as {@code fuel=diesel euro=4}
     * @return a new twin
     * @throws CityTwinException {@code C104} if a part is no assignment or names no property, {@code C101}, {@code C103}
     *     or {@code C105} if a value cannot be read
     */
    public Twin withAll(String assignments) {
        Twin twin = this;
        for (String assignment : Splitter.on(' ').omitEmptyStrings().split(assignments)) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new CityTwinException(
                        CoreError.PROPERTY,
                        "`" + assignment + "` is not of the form property=value.",
                        "Maybe use `with` for a value that holds blanks.");
            }
            twin = twin.with(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return twin;
    }

    /**
     * The same twin with one more relation.
     *
     * @param property the relation's name
     * @param target the other twin
     * @return a new twin
     * @throws CityTwinException {@code C104} if the type has no such property, {@code C105} if it is no relation
     */
    public Twin with(String property, TwinId target) {
        return with(property, new Value.Ref(target));
    }

    /**
     * The same twin with one more value.
     *
     * @param property the property's name
     * @param value the value, in the property's unit
     * @return a new twin
     * @throws CityTwinException {@code C102}, {@code C104} or {@code C105} if the property cannot hold it
     */
    public Twin with(String property, Value value) {
        Values.check(typeOf(property), property, value);
        SortedMap<String, Value> more = new TreeMap<>(values);
        more.put(property, value);
        SortedMap<String, Observation> sources = new TreeMap<>(observations);
        sources.remove(property);
        return new Twin(id, type, more, sources, zones);
    }

    /**
     * The same twin after an observation of one of its properties; a missing or bad value makes it unknown.
     *
     * @param observation of this twin
     * @return a new twin
     * @throws CityTwinException {@code C102}, {@code C104} or {@code C105} if the property cannot hold it
     */
    public Twin with(Observation observation) {
        String property = observation.property();
        ValueType held = typeOf(property);
        SortedMap<String, Value> more = new TreeMap<>(values);
        SortedMap<String, Observation> sources = new TreeMap<>(observations);
        observation
                .usable()
                .ifPresentOrElse(
                        value -> {
                            Values.check(held, property, value);
                            more.put(property, value);
                        },
                        () -> more.remove(property));
        sources.put(property, observation);
        return new Twin(id, type, more, sources, zones);
    }

    /**
     * The same twin on the ground of other zones.
     *
     * @param containing all zones that it is in
     * @return a new twin
     */
    public Twin in(SortedSet<TwinId> containing) {
        return containing.equals(zones) ? this : new Twin(id, type, values, observations, containing);
    }

    /**
     * The value of a property.
     *
     * @param property the property's name
     * @return the value, or empty if it is unknown
     */
    public Optional<Value> value(String property) {
        return Optional.ofNullable(values.get(property));
    }

    private ValueType typeOf(String property) {
        ValueType held = type.properties().get(property);
        if (held == null) {
            throw new CityTwinException(
                    CoreError.PROPERTY,
                    "`" + type.name() + "` has no property `" + property + "`.",
                    "Maybe one of " + String.join(", ", type.properties().keySet()) + ".");
        }
        return held;
    }
}
