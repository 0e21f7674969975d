package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Finding;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * All that an engine must know to go on after a restart. Immutable.
 *
 * @param firstLaw the law that it began with
 * @param law the law that the city goes by
 * @param adoptions the laws that were adopted, in their order
 * @param inputs how many there were
 * @param times how far it has come
 * @param twins all that is known of them
 * @param observed what was observed and law asks for, in the order of arrival for each property and time
 * @param book what was decided about levels
 * @param counters what was spent
 * @param settled the passages that were settled, in the order of arrival
 */
record EngineState(
        String firstLaw,
        String law,
        List<Adopted> adoptions,
        long inputs,
        Times times,
        List<Known> twins,
        List<Observation> observed,
        Book book,
        List<Sheet> counters,
        List<Settled> settled) {

    /**
     * An adoption of a law.
     *
     * @param hash of the law
     * @param at from when on
     * @param over the last instant whose levels the law before decided
     * @param settled how many passages had been settled by then
     */
    record Adopted(String hash, Instant at, Instant over, int settled) {}

    /**
     * How far an engine has come.
     *
     * @param now its time
     * @param closed what was due by then is decided
     * @param begun when the clock started; empty if it has not
     * @param decidedUntil the last instant at which levels were decided; empty if the clock has not started
     */
    record Times(Instant now, Instant closed, Optional<Instant> begun, Optional<Instant> decidedUntil) {}

    /** A twin without its type, which everybody knows. */
    record Known(
            TwinId id,
            String type,
            SortedMap<String, Value> values,
            SortedMap<String, Observation> observations,
            SortedSet<TwinId> zones) {}

    /**
     * The level book.
     *
     * @param decisions in the order in which they were recorded
     * @param era how many laws took over so far
     * @param eras the era in which each decision was made
     * @param lastEnded how many decisions at the end of the last era ended a register
     */
    record Book(List<LevelDecision> decisions, int era, List<Integer> eras, List<LevelDecision> lastEnded) {}

    /** One period of a counter: by holder, the days of the passages with how many there were. */
    record Sheet(
            String regulation, String counter, LocalDate first, LocalDate next, SortedMap<String, List<Days>> spent) {}

    /** Passages of one day. */
    record Days(LocalDate day, int count) {}

    /** A passage that was settled, and its journal number. */
    record Settled(Settlement settlement, long number) {}

    /**
     * What a provision claims of a twin's actuators.
     *
     * @param twin whose
     * @param provision its id
     * @param claims since it was last certain
     * @param unknown what it lacks to be certain
     */
    record Claimed(TwinId twin, String provision, List<Finding> claims, SortedSet<String> unknown) {}

    /** What stands: the claims on all actuators. */
    record Claims(String law, List<Claimed> all) {}
}
