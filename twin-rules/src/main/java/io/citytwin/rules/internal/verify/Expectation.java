package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
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
     * What rules set an actuator to at a moment, or the floors that they give it.
     *
     * @param wanted what is looked at
     * @param asked as the case writes the moment
     */
    record Claimed(TwinId twin, String property, Wanted wanted, Instant until, String asked, Place place)
            implements Expectation {}

    /**
     * What is claimed of an actuator.
     *
     * @param floor whether it is a floor, and not a value
     * @param value empty if nothing may claim it
     */
    record Wanted(boolean floor, Optional<Value> value) {}

    /**
     * What an answer must say. What is empty is not looked at.
     *
     * @param allowed the act is allowed
     * @param forbidden exactly these provisions forbid it
     * @param unknown exactly these cells would decide it
     * @param cost what is due, and why no more
     * @param limit the strictest limit
     * @param computed what the property comes to
     */
    record Verdict(
            boolean allowed,
            Optional<SortedSet<String>> forbidden,
            Optional<SortedSet<String>> unknown,
            Cost cost,
            Optional<Limit> limit,
            Optional<Computed> computed) {

        static Verdict allow() {
            return new Verdict(
                    true, Optional.empty(), Optional.empty(), Cost.any(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * What a passage or act costs.
     *
     * @param fee in EUR
     * @param because exactly these provisions are the fees that are due and the exemptions that were needed
     * @param lifted exactly these bans and fees were lifted
     * @param spends exactly these counters are moved
     */
    record Cost(
            Optional<Fee> fee,
            Optional<SortedSet<String>> because,
            Optional<SortedSet<String>> lifted,
            Optional<SortedSet<String>> spends) {

        static Cost any() {
            return new Cost(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A fee.
     *
     * @param amount in EUR; empty if it must be unknown
     */
    record Fee(Optional<BigDecimal> amount) {}

    /**
     * A limit.
     *
     * @param most the number; empty if there must be no limit
     * @param tolerance if it is looked at
     */
    record Limit(Optional<BigDecimal> most, Optional<BigDecimal> tolerance) {}

    /**
     * What a property comes to.
     *
     * @param amount the number; empty if nothing may compute one
     */
    record Computed(Optional<BigDecimal> amount) {}

    /** Names in their natural order. */
    static SortedSet<String> sorted(java.util.Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
