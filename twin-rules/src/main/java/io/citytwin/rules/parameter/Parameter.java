package io.citytwin.rules.parameter;

import io.citytwin.rules.regulation.Place;
import java.time.LocalDate;
import java.util.Comparator;
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

    private static final Comparator<DatedValue> LATEST =
            Comparator.comparing(DatedValue::from).thenComparing(DatedValue::publishedBy);

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
        DatedValue latest = null;
        for (DatedValue value : values) {
            boolean begun =
                    !value.publishedBy().isAfter(published) && !value.from().isAfter(inForce);
            if (begun && !movedAway(value, published) && (latest == null || LATEST.compare(value, latest) > 0)) {
                latest = value;
            }
        }
        return Optional.ofNullable(latest)
                .filter(value -> value.lastDay().isEmpty()
                        || !inForce.isAfter(value.lastDay().get()));
    }

    private boolean movedAway(DatedValue value, LocalDate published) {
        for (DatedValue other : values) {
            if (other.movesAway(value) && !other.publishedBy().isAfter(published)) {
                return true;
            }
        }
        return false;
    }
}
