package io.citytwin.rules.parameter;

import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A named value of law over time. Immutable.
 *
 * @param name what rules call it
 * @param type what kind of value it has
 * @param values in file order
 * @param place in the file
 */
public record Parameter(String name, ParameterType type, List<DatedValue> values, Place place) {

    /** Copies the values. */
    public Parameter {
        values = List.copyOf(values);
    }

    /**
     * The value in force on a day, as the law stood published by another day.
     *
     * @param inForce the day asked about
     * @param published what was published later is not seen
     * @return the value, or empty if there was no such law; law that was not read is {@link LawValue.NotRead}
     */
    public Optional<DatedValue> at(LocalDate inForce, LocalDate published) {
        return Validity.inForce(values, DatedValue::validity, inForce, published);
    }
}
