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
 * @param leasesUnkept how many claims stand that no device lets go of by itself when it no longer hears from the city, by
 *     adapter
 * @param unwritten how many entries the journal did not take when it was last asked; nothing is sent meanwhile
 * @param otherwise how many steps of an earlier run would be decided otherwise now; what was decided then stays
 */
public record CityHealth(
        Instant at,
        long inputs,
        SortedMap<DirectiveRecord.State, Long> directives,
        SortedMap<String, Long> deadLetters,
        SortedMap<String, Long> leasesUnkept,
        long unwritten,
        long otherwise) {

    /** Copies the counts. */
    public CityHealth {
        directives = Collections.unmodifiableSortedMap(new TreeMap<>(directives));
        deadLetters = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetters));
        leasesUnkept = Collections.unmodifiableSortedMap(new TreeMap<>(leasesUnkept));
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
