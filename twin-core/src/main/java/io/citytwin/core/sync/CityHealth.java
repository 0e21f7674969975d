package io.citytwin.core.sync;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a city is doing. Immutable.
 *
 * @param at the city's time
 * @param inputs how many inputs were taken
 * @param directives how many directives are in each state; a state without any is left out
 * @param deadLetters how many things could not be used, by error code
 */
public record CityHealth(
        Instant at,
        long inputs,
        SortedMap<DirectiveRecord.State, Long> directives,
        SortedMap<String, Long> deadLetters) {

    /** Copies the counts. */
    public CityHealth {
        directives = Collections.unmodifiableSortedMap(new TreeMap<>(directives));
        deadLetters = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetters));
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
