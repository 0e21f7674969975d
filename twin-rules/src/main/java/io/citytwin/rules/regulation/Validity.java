package io.citytwin.rules.regulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Since when something holds, where it stands and how it was read. Immutable.
 *
 * @param from first day in force
 * @param lastDay last day in force, inclusive; empty until a later one follows
 * @param published the day the law was published; empty if not read, then {@code from} stands in and is marked
 * @param moves first day of an earlier planned one that this one moves away
 * @param source where it stands
 * @param confidence how it was read
 * @param rows ids of the rows of the collected legal facts that it comes from
 * @param note what a reader must know besides
 * @param conflict what another source says instead; what stands here is used all the same
 */
public record Validity(
        LocalDate from,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> published,
        Optional<LocalDate> moves,
        LegalSource source,
        Confidence confidence,
        List<String> rows,
        Optional<String> note,
        Optional<String> conflict) {

    private static final Comparator<Validity> LATEST =
            Comparator.comparing(Validity::from).thenComparing(Validity::publishedBy);

    /** Copies the rows. */
    public Validity {
        rows = List.copyOf(rows);
    }

    /**
     * How far it can be relied on.
     *
     * @return from how it was read, and whether another source says something else
     */
    public Sureness sureness() {
        return Sureness.of(confidence, false, conflict.isPresent());
    }

    /**
     * The day by which it was public.
     *
     * @return {@code published}, or {@code from} where that was not read
     */
    public LocalDate publishedBy() {
        return published.orElse(from);
    }

    /**
     * Whether this one takes the place of another one that was planned before.
     *
     * @param other of the same parameter, or of a row with the same cells
     * @return true if this one moves the other's first day; one published later still is not moved
     */
    public boolean movesAway(Validity other) {
        return moves.isPresent()
                && moves.get().equals(other.from)
                && !from.equals(other.from)
                && other.published.map(day -> !day.isAfter(publishedBy())).orElse(true);
    }

    /**
     * Which of several takes effect on a day, as the law stood published by another day: the latest that began, unless it
     * was moved away or has ended.
     *
     * @param dated what follows upon each other
     * @param validity of each
     * @param inForce the day asked about
     * @param published what was published later is not seen
     * @return the one in force, or empty
     */
    public static <T> Optional<T> inForce(
            List<T> dated, Function<T, Validity> validity, LocalDate inForce, LocalDate published) {
        T latest = null;
        for (T one : dated) {
            if (validity.apply(one).hasBegun(inForce, published)
                    && dated.stream()
                            .noneMatch(other -> movesAway(validity.apply(other), validity.apply(one), published))
                    && (latest == null || LATEST.compare(validity.apply(one), validity.apply(latest)) > 0)) {
                latest = one;
            }
        }
        return Optional.ofNullable(latest)
                .filter(one -> validity.apply(one)
                        .lastDay()
                        .map(last -> !inForce.isAfter(last))
                        .orElse(true));
    }

    private boolean hasBegun(LocalDate day, LocalDate seen) {
        return !publishedBy().isAfter(seen) && !from.isAfter(day);
    }

    private static boolean movesAway(Validity mover, Validity moved, LocalDate seen) {
        return mover.movesAway(moved) && !mover.publishedBy().isAfter(seen);
    }
}
