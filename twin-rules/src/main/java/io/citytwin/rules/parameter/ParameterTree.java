package io.citytwin.rules.parameter;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All parameters of a regulation. Immutable.
 *
 * @param byName name to parameter
 */
public record ParameterTree(SortedMap<String, Parameter> byName) {

    /** Copies the map. */
    public ParameterTree {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /**
     * The values in force on a day, as the law stood published by another day.
     *
     * @param inForce the day asked about
     * @param published what was published later is not seen
     * @return parameter name to value; parameters without law on that day are left out
     */
    public SortedMap<String, DatedValue> at(LocalDate inForce, LocalDate published) {
        SortedMap<String, DatedValue> values = new TreeMap<>();
        byName.forEach(
                (name, parameter) -> parameter.at(inForce, published).ifPresent(value -> values.put(name, value)));
        return Collections.unmodifiableSortedMap(values);
    }

    /**
     * A parameter.
     *
     * @param name what rules call it
     * @return the parameter, or empty
     */
    public Optional<Parameter> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
