package io.citytwin.rules.parameter;

import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value of law with its dates and its source. Immutable.
 *
 * @param value the value
 * @param from first day in force
 * @param lastDay last day in force, inclusive; empty until a later value follows
 * @param published the day the law was published; empty if not read, then {@code from} stands in and is marked
 * @param moves first day of an earlier planned value that this one moves away
 * @param source where it stands
 * @param confidence how it was read
 * @param rows ids of the rows of the collected legal facts that it comes from
 * @param note what a reader must know besides
 * @param place in the file
 */
public record DatedValue(
        LawValue value,
        LocalDate from,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> published,
        Optional<LocalDate> moves,
        LegalSource source,
        Confidence confidence,
        List<String> rows,
        Optional<String> note,
        Place place) {

    /** Copies the rows. */
    public DatedValue {
        rows = List.copyOf(rows);
    }

    /**
     * The day by which the value was public.
     *
     * @return {@code published}, or {@code from} where that was not read
     */
    public LocalDate publishedBy() {
        return published.orElse(from);
    }

    /**
     * Whether this value takes the place of another one that was planned before.
     *
     * @param other a value of the same parameter
     * @return true if this one moves the other's first day; a value published later still is not moved
     */
    public boolean movesAway(DatedValue other) {
        return moves.isPresent()
                && moves.get().equals(other.from)
                && !from.equals(other.from)
                && other.published.map(day -> !day.isAfter(publishedBy())).orElse(true);
    }
}
