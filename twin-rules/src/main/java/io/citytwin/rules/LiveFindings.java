package io.citytwin.rules;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.internal.engine.Shards;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * What the law says of every twin of a graph, kept up to date while the graph changes, by as many threads as wanted. Twins
 * are divided among shards by a hash of their id; what is told is the same for any number of shards. Levels are told, not
 * decided here. The law can be changed while all goes on. Not for implementing outside this library.
 *
 * <p>Safe for use by many threads.
 */
public interface LiveFindings extends AutoCloseable {

    /** As many shards as a set of them has bits. */
    int MOST_SHARDS = 64;

    /**
     * Follows a graph from now on, all twins that it has included.
     *
     * @param graph whose twins
     * @param law what is asked of them
     * @param shards from 1 to {@link #MOST_SHARDS}, each with its own thread
     * @return findings that somebody has to close
     * @throws io.citytwin.core.error.CityTwinException {@code R431} if the law is not whole
     * @throws IllegalArgumentException if there cannot be so many shards
     */
    static LiveFindings of(TwinGraph graph, CityLaw law, int shards) {
        return new Shards(graph, law, shards);
    }

    /**
     * The law of a city at a time. Immutable.
     *
     * @param regulations the whole law, with all regulations that are used
     * @param calendar time zone and holidays
     * @param start the city's time
     */
    record CityLaw(List<Regulation> regulations, CivilCalendar calendar, Instant start) {

        /** Copies the list. */
        public CityLaw {
            regulations = List.copyOf(regulations);
        }
    }

    /** Is told what is another at the end of a step. */
    interface Listener {

        /**
         * A provision says something else of a twin than at the end of the step before.
         *
         * @param twin whose
         * @param before what it said then
         * @param now what it says
         */
        void changed(TwinId twin, Verdict before, Verdict now);
    }

    /** Another law, worked out for all twins and kept up to date until it is adopted or closed. Safe for use by many threads. */
    interface Candidate extends AutoCloseable {

        /** Nobody wants it any more. */
        @Override
        void close();
    }

    /**
     * Tells in which state a level is from now on.
     *
     * @param regulation that declares the level
     * @param level its name
     * @param subject the twin that carries it
     * @param state name of the state
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if there is no such level, state or twin
     */
    void level(String regulation, String level, TwinId subject, String state);

    /**
     * Lets time go on.
     *
     * @param moment not before the city's time
     * @throws io.citytwin.core.error.CityTwinException {@code C108} if it is
     */
    void advanceTo(Instant moment);

    /**
     * Asks already now what will be said at a moment to come, so that getting there costs little. Does not wait.
     *
     * @param moment to come, such as the next turn of the hours
     */
    void prepare(Instant moment);

    /**
     * Asks already now what will be said when a level is in a state, so that getting there costs little. Does not wait.
     *
     * @param regulation that declares the level
     * @param level its name
     * @param state name of the state
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if there is no such level or state
     */
    void prepare(String regulation, String level, String state);

    /**
     * Ends a step: all that the graph had changed when this is called counts.
     *
     * @param listener told of each provision that says something else of a twin, by twin and provision; on this thread
     */
    void step(Listener listener);

    /**
     * All that is said of a twin.
     *
     * @param twin its id
     * @return of the provisions that say something or would have to know more, in the order of their names
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if the graph has no such twin
     */
    List<Verdict> of(TwinId twin);

    /**
     * Works out what another law says of all twins. Steps go on meanwhile; this call takes its time. It takes the place of
     * an earlier candidate.
     *
     * @param regulations the whole law, with all regulations that are used
     * @return for {@link #adopt}
     * @throws io.citytwin.core.error.CityTwinException {@code R431} if the law is not whole
     */
    Candidate prepare(Collection<Regulation> regulations);

    /**
     * Ends a step, and goes by another law from then on.
     *
     * @param candidate that was prepared last
     * @param listener told what is said otherwise than at the end of the step before, by twin and provision; on this thread
     * @throws IllegalStateException if the candidate was closed, adopted or replaced
     */
    void adopt(Candidate candidate, Listener listener);

    /**
     * How many classes twins are in, summed over the shards.
     *
     * @return {@code regulation/provision} and the type of its twins to the number of classes
     */
    SortedMap<String, Integer> classes();

    /** Follows the graph no more, and ends all threads. */
    @Override
    void close();
}
