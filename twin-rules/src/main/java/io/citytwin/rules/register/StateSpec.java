package io.citytwin.rules.register;

import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.DailyInstant;
import io.citytwin.core.time.DayIndicator;
import io.citytwin.core.time.MissingDays;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Place;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code state.yaml} declares. Rules read it, never write it. Immutable.
 *
 * @param inputs values that come from outside once a day
 * @param indicators computed from observations of a day
 * @param runs consecutive days on which an indicator meets a condition
 * @param levels states that depend on their own past
 * @param counters what settled passages used up
 */
public record StateSpec(
        SortedMap<String, Input> inputs,
        SortedMap<String, Indicator> indicators,
        SortedMap<String, Run> runs,
        SortedMap<String, Level> levels,
        SortedMap<String, Counter> counters) {

    /** Copies the maps. */
    public StateSpec {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        indicators = Collections.unmodifiableSortedMap(new TreeMap<>(indicators));
        runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
    }

    /**
     * Nothing remembered, nothing told.
     *
     * @return an empty declaration
     */
    public static StateSpec none() {
        return new StateSpec(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * A value told from outside for a civil day, such as a forecast. Rules see the value of the current day as the
     * property {@code name} of {@code of}.
     *
     * @param name the property's name
     * @param of asset type that carries it
     * @param values a number in a unit, or the names it can have; their list is called like the input with a capital
     *     letter
     * @param place in the file
     */
    public record Input(String name, String of, ValueType values, Place place) {}

    /**
     * One value a day, computed from the observations of related twins.
     *
     * @param name the indicator's name
     * @param of asset type that carries it
     * @param from asset type of the observed twins, which have a relation to {@code of}
     * @param property the observed property
     * @param where property and name that the observed twins must have
     * @param how take, rounding and data capture
     * @param known when the value of a day can be used: {@code next day HH:mm}
     * @param place in the file
     */
    public record Indicator(
            String name,
            String of,
            String from,
            String property,
            Optional<Where> where,
            DayIndicator how,
            DailyInstant known,
            Place place) {}

    /**
     * A condition on the observed twins.
     *
     * @param property of the observed twin
     * @param name that it must have
     */
    public record Where(String property, String name) {}

    /**
     * A number of consecutive days, seen by rules as the property {@code name} of {@code of}, in days.
     *
     * @param name the property's name
     * @param of asset type that carries it
     * @param indicator whose days are counted
     * @param above true counts days above the limit, false days up to and including it
     * @param limit parameter in force on each of the days
     * @param missing what a day without value does
     * @param place in the file
     */
    public record Run(
            String name, String of, String indicator, boolean above, String limit, MissingDays missing, Place place) {}

    /**
     * An ordered state that depends on its own past, seen by rules as a property of {@code of}, called like the level
     * with a small first letter.
     *
     * @param name the level's name, also the list of its states
     * @param of asset type that carries it
     * @param states lowest first
     * @param start state before anything was decided
     * @param evaluate civil time of the daily decision; the new state is in force from the next day
     * @param target what it means that rules name a state
     * @param season parameter outside of which the state is {@code outside}
     * @param outside state outside the season
     * @param confidence how sure it is that the state ends with the season
     * @param place in the file
     */
    public record Level(
            String name,
            String of,
            ValueType.Names states,
            String start,
            DailyInstant evaluate,
            Target target,
            Optional<String> season,
            String outside,
            Confidence confidence,
            Place place) {

        /**
         * What rules call the level's current state.
         *
         * @return the name with a small first letter
         */
        public String property() {
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    /** What it means for a level that rules name a state. */
    public enum Target {
        /** The level goes up to the state, and never down to it; only clearing it ends it. */
        AT_LEAST,
        /** The level goes to the state, up or down: each decision sets it anew. */
        EXACTLY
    }

    /**
     * What settled passages used up in the current period, the passage asked about included. Rules see it as the
     * property {@code name} of {@code of}; only settling a passage whose decision rests on a rule that spends it moves
     * it.
     *
     * @param name the property's name
     * @param of asset type that carries it
     * @param per property whose value is counted together, such as a holder's pseudonym; empty for each twin by itself
     * @param counts civil days with at least one such passage, or passages
     * @param period when it starts again from nothing
     * @param place in the file
     */
    public record Counter(String name, String of, Optional<String> per, Counts counts, Period period, Place place) {}

    /** What a counter counts. */
    public enum Counts {
        DAYS(Unit.DAYS),
        PASSAGES(Unit.ONE);

        private final Unit unit;

        Counts(Unit unit) {
            this.unit = unit;
        }

        /**
         * What rules compare it with.
         *
         * @return days, or 1 for passages
         */
        public Unit unit() {
            return unit;
        }
    }

    /**
     * When a counter starts again from nothing.
     *
     * @param starts first day of the yearly period; empty for each civil day
     */
    public record Period(Optional<MonthDay> starts) {}
}
