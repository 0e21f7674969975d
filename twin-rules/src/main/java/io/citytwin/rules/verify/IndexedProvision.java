package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A provision over time: when something that its rules read turns, and when it is not known. Immutable.
 *
 * @param provision as its folder says it
 * @param changes days after its first one on which a value that its rules read begins or ends, sorted
 * @param unread spans in which such a value is not known, sorted
 */
public record IndexedProvision(Provision provision, List<Change> changes, List<Unread> unread) {

    /** Copies the lists. */
    public IndexedProvision {
        changes = List.copyOf(changes);
        unread = List.copyOf(unread);
    }

    /**
     * A day on which law turns. Immutable.
     *
     * @param day the first on which something else holds
     * @param parameters whose values turn, sorted
     */
    public record Change(LocalDate day, List<String> parameters) {

        /** Copies the names. */
        public Change {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * Days for which law was not read. Immutable.
     *
     * @param days from the first to the last
     * @param parameters that have no known value then, sorted
     * @param whole whether the rules read no value at all that is known then
     */
    public record Unread(Period days, List<String> parameters, boolean whole) {

        /** Copies the names. */
        public Unread {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * From its first to its last day.
     *
     * @return without a last day while it lasts
     */
    public Period days() {
        return new Period(provision.since(), provision.lastDay());
    }

    /**
     * The next turn after a day, the provision's own beginning and end included.
     *
     * @param day any day
     * @return the first day on which something else holds, or empty if none is known
     */
    public Optional<LocalDate> nextAfter(LocalDate day) {
        if (provision.since().isAfter(day)) {
            return Optional.of(provision.since());
        }
        return changes.stream()
                .map(Change::day)
                .filter(one -> one.isAfter(day))
                .findFirst()
                .or(() -> provision.lastDay().map(last -> last.plusDays(1)).filter(end -> end.isAfter(day)));
    }
}
