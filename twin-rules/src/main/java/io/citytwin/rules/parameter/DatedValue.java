package io.citytwin.rules.parameter;

import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value of law with its dates and its source. Immutable.
 *
 * @param value the value
 * @param validity since when it holds, where it stands and how it was read
 * @param place in the file
 */
public record DatedValue(LawValue value, Validity validity, Place place) {

    /**
     * The first day in force.
     *
     * @return inclusive
     */
    public LocalDate from() {
        return validity.from();
    }

    /**
     * The last day in force.
     *
     * @return inclusive; empty until a later value follows
     */
    public Optional<LocalDate> lastDay() {
        return validity.lastDay();
    }

    /**
     * The day the law was published.
     *
     * @return empty if not read, then {@link #from} stands in and is marked
     */
    public Optional<LocalDate> published() {
        return validity.published();
    }

    /**
     * Where it stands.
     *
     * @return the act
     */
    public LegalSource source() {
        return validity.source();
    }

    /**
     * How it was read.
     *
     * @return doubtful values are marked wherever they are shown
     */
    public Confidence confidence() {
        return validity.confidence();
    }

    /**
     * How far it can be relied on.
     *
     * @return from how it was read, whether another source says something else, and whether it was read at all
     */
    public Sureness sureness() {
        return Sureness.of(
                confidence(),
                value instanceof LawValue.NotRead,
                validity.conflict().isPresent());
    }

    /**
     * Where it was collected.
     *
     * @return ids of the rows of the collected legal facts
     */
    public List<String> rows() {
        return validity.rows();
    }

    /**
     * What a reader must know besides.
     *
     * @return empty if nothing
     */
    public Optional<String> note() {
        return validity.note();
    }
}
