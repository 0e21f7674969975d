package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.TwinId;
import io.citytwin.rules.regulation.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What must come out. Immutable. */
sealed interface Expectation {

    /** Where the case says so. */
    Place place();

    /** When the engine must have come to, so that it can be answered. */
    Instant until();

    /**
     * The answer to the case's question.
     *
     * @param asked as the case writes the moment
     */
    record Answer(Instant until, String asked, Verdict verdict, Place place) implements Expectation {}

    /** The state of a level in force on a day. */
    record InForce(TwinId twin, String level, LocalDate day, String state, Instant until, Place place)
            implements Expectation {}

    /** The cells that held the decision made on a day. */
    record Held(TwinId twin, LocalDate day, SortedSet<String> cells, Instant until, Place place)
            implements Expectation {}

    /**
     * What an answer must say. What is empty is not looked at.
     *
     * @param allowed the act is allowed
     * @param forbidden exactly these provisions forbid it
     * @param unknown exactly these cells would decide it
     * @param limit the strictest limit
     */
    record Verdict(
            boolean allowed,
            Optional<SortedSet<String>> forbidden,
            Optional<SortedSet<String>> unknown,
            Optional<Limit> limit) {

        static Verdict allow() {
            return new Verdict(true, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A limit.
     *
     * @param most the number; empty if there must be no limit
     * @param tolerance if it is looked at
     */
    record Limit(Optional<BigDecimal> most, Optional<BigDecimal> tolerance) {}

    /** Names in their natural order. */
    static SortedSet<String> sorted(java.util.Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
