package io.citytwin.rules.register;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was decided about a level, at a decision instant or by an announcement. Recorded once, never recomputed.
 * Immutable.
 *
 * @param regulation id of the regulation
 * @param level name of the level
 * @param subject the twin that carries it
 * @param decidedAt the instant of the decision
 * @param inForce first day of the decided state
 * @param before state on the day of the decision
 * @param after the state from {@code inForce} on
 * @param reason why
 * @param computed what the rules say, where an announcement says otherwise
 * @param known values and runs that the decision saw
 * @param unknown the cells that kept it from being decided
 * @param findings the rules that fired
 */
public record LevelDecision(
        String regulation,
        String level,
        TwinId subject,
        Instant decidedAt,
        LocalDate inForce,
        String before,
        String after,
        Reason reason,
        Optional<String> computed,
        Known known,
        SortedSet<String> unknown,
        List<Finding> findings) {

    /** Copies the collections. */
    public LevelDecision {
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        findings = List.copyOf(findings);
    }

    /** Why a level has its state. */
    public enum Reason {
        /** A rule raised it. */
        RAISED,
        /** A rule ended it. */
        CLEARED,
        /** No rule changed it. */
        KEPT,
        /** What is unknown could have changed it: it stays, and says so. */
        HELD,
        /** The season is over. */
        OUT_OF_SEASON,
        /** The authority announced it by its own act. */
        ANNOUNCED,
        /** The law that declared it, or its state, was replaced by one that does not: it ended, at once. */
        ENDED
    }

    /**
     * What a decision saw.
     *
     * @param days indicator name to its newest usable day
     * @param runs run name to its length
     */
    public record Known(SortedMap<String, DayValue> days, SortedMap<String, RunLength> runs) {

        /** Copies the maps. */
        public Known {
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
            runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
        }

        /**
         * Nothing, as for an announcement.
         *
         * @return empty maps
         */
        public static Known nothing() {
            return new Known(new TreeMap<>(), new TreeMap<>());
        }
    }
}
