package io.citytwin.core.sync;

import io.citytwin.core.spi.Evaluated;
import io.citytwin.core.spi.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a city is doing. Immutable.
 *
 * @param at the city's time
 * @param inputs how many inputs were taken, those of earlier runs included
 * @param directives how many directives are in each state; a state without any is left out
 * @param deadLetters how many things could not be used, by error code
 * @param leasesUnkept how many claims stand that no device lets go of by itself when it no longer hears from the city, by
 *     adapter
 * @param queues how much waits
 * @param sources when each source told something last
 * @param provisions when each provision was looked at last
 * @param alarms what somebody has to look at, oldest first
 */
public record CityHealth(
        Instant at,
        long inputs,
        SortedMap<DirectiveRecord.State, Long> directives,
        SortedMap<String, Long> deadLetters,
        SortedMap<String, Long> leasesUnkept,
        Queues queues,
        SortedMap<String, Instant> sources,
        List<Evaluated> provisions,
        List<Alarm> alarms) {

    /** Copies the collections. */
    public CityHealth {
        directives = Collections.unmodifiableSortedMap(new TreeMap<>(directives));
        deadLetters = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetters));
        leasesUnkept = Collections.unmodifiableSortedMap(new TreeMap<>(leasesUnkept));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        provisions = List.copyOf(provisions);
        alarms = List.copyOf(alarms);
    }

    /**
     * How much waits. Immutable.
     *
     * @param agenda inputs and timers that wait for their moment
     * @param unwritten entries that the journal did not take when it was last asked; nothing is sent meanwhile
     * @param lag how far the city is behind its clock
     */
    public record Queues(long agenda, long unwritten, Duration lag) {}

    /**
     * What a city has told its journal last, at the end of a step.
     *
     * @param journal of a city that runs, or ran
     * @return its health then; empty if no step ever ended
     */
    public static Optional<CityHealth> of(Journal journal) {
        return HealthCodec.find(journal);
    }

    /**
     * The same in words.
     *
     * @return lines for a person
     */
    public List<String> lines() {
        return new HealthText(this).lines();
    }

    /**
     * The same in words, with how old it is.
     *
     * @param now what the clock of whoever looks says
     * @return lines for a person
     */
    public List<String> lines(Instant now) {
        return new HealthText(this).lines(now);
    }

    /**
     * The same for a program.
     *
     * @return one object of JSON in one line; moments and lengths of time as ISO 8601 writes them
     */
    public String json() {
        return HealthCodec.write(this).state();
    }

    /**
     * How many directives are in a state.
     *
     * @param state how far they came
     * @return from 0
     */
    public long count(DirectiveRecord.State state) {
        return directives.getOrDefault(state, 0L);
    }
}
