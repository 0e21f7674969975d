package io.citytwin.core.graph;

import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All twins of a city and their relations. Safe for use by many threads. Writers take turns, readers see each change
 * whole. Not for implementing outside this library.
 */
public interface TwinGraph {

    /**
     * An empty graph that remembers what happened in memory, so that it can look back as long as it lives.
     *
     * @param types the asset types that twins may have
     * @return a new graph
     */
    static TwinGraph of(AssetTypes types) {
        return of(types, new MemoryJournal());
    }

    /**
     * A graph that remembers what happened in a journal, and begins with what is in it.
     *
     * @param types the asset types that twins may have
     * @param journal no other graph may write its stream {@code twins}; closing it is up to the caller
     * @return a new graph
     */
    static TwinGraph of(AssetTypes types, Journal journal) {
        return new DefaultTwinGraph(types, journal);
    }

    /**
     * The asset types that twins may have.
     *
     * @return the set given at the start
     */
    AssetTypes types();

    /**
     * Adds twins, or replaces their own data; what was observed stays. All or none.
     *
     * @param twins that may relate to each other
     * @param at when they reached the city
     * @throws io.citytwin.core.error.CityTwinException {@code C113} if a relation leads to no twin or to one of another
     *     type, {@code C106} if a type is not one of {@link #types()}
     */
    void put(Collection<Twin> twins, Instant at);

    /**
     * Takes a twin away.
     *
     * @param twin its id
     * @param at when that reached the city
     * @throws io.citytwin.core.error.CityTwinException {@code C113} if it is unknown or another twin relates to it
     */
    void remove(TwinId twin, Instant at);

    /**
     * Takes a measured value in. An older one than the current is kept for {@link #asOf} only.
     *
     * @param observation of a twin of this graph
     * @throws io.citytwin.core.error.CityTwinException {@code C102}, {@code C104} or {@code C105} if the property cannot
     *     hold the value, {@code C113} if the twin is unknown
     */
    void observe(Observation observation);

    /**
     * Notes what a device is asked to take.
     *
     * @param twin whose actuator
     * @param property the desired property
     * @param value what is desired
     * @param at when
     * @throws io.citytwin.core.error.CityTwinException {@code C104} if the property is no actuator, {@code C102} or
     *     {@code C105} if it cannot hold the value, {@code C113} if the twin is unknown
     */
    void desire(TwinId twin, String property, Value value, Instant at);

    /**
     * A twin with all its current values.
     *
     * @param twin its id
     * @return the twin, or empty if it is unknown
     */
    Optional<Twin> find(TwinId twin);

    /**
     * The type of a twin, without what is known of it.
     *
     * @param twin its id
     * @return the type, or empty if the twin is unknown
     */
    Optional<AssetType> typeOf(TwinId twin);

    /**
     * A twin through its asset interface; relations lead on through the same graph.
     *
     * @param type the asset interface of the twin's type
     * @param twin its id
     * @param <A> the asset interface
     * @return the view, or empty if the twin is unknown
     * @throws io.citytwin.core.error.CityTwinException {@code C106} if the twin has another type
     */
    <A extends Asset> Optional<A> view(Class<A> type, TwinId twin);

    /**
     * A twin as it was known at a moment.
     *
     * @param twin its id
     * @param known what reached the city later is not seen
     * @return the twin with its values of then, or empty if it was unknown
     */
    Optional<Twin> asOf(TwinId twin, Instant known);

    /**
     * The current value of an observed property, with its time and quality.
     *
     * @param twin whose
     * @param property which
     * @return the reading, or empty if nothing was observed
     */
    Optional<Reading> reading(TwinId twin, String property);

    /**
     * What a device is asked to take.
     *
     * @param twin whose actuator
     * @param property which
     * @return the desired value; the resting value if nothing was desired; empty if it is no actuator
     */
    Optional<Value> desired(TwinId twin, String property);

    /**
     * All twins of a type.
     *
     * @param type such as {@code LampPost}
     * @return ids, sorted
     */
    List<TwinId> all(String type);

    /**
     * The twins whose relation leads to a twin.
     *
     * @param target the twin that is led to
     * @param type of the twins that lead there
     * @param relation their property
     * @return ids, sorted
     */
    SortedSet<TwinId> related(TwinId target, String type, String relation);

    /**
     * The zones and districts on whose ground a twin is. A gate counts as inside a zone whose edge is near.
     *
     * @param twin with a location
     * @return ids of twins that have an outline
     */
    SortedSet<TwinId> zonesOf(TwinId twin);

    /**
     * The twins on the ground of a zone.
     *
     * @param zone a twin with an outline
     * @param type such as {@code LampPost}
     * @return ids, sorted
     */
    List<TwinId> within(TwinId zone, String type);

    /**
     * The twins near a point.
     *
     * @param point where
     * @param radius in metres, along the ground
     * @param type such as {@code BikeStation}
     * @return nearest first
     */
    List<Near> near(Location point, Quantity radius, String type);

    /**
     * The nearest twins that meet a condition.
     *
     * @param point where
     * @param type such as {@code BikeStation}
     * @param condition which of them count
     * @param most how many at most
     * @return nearest first
     */
    List<Near> nearest(Location point, String type, Predicate<Twin> condition, int most);

    /**
     * Tells what changes, from now on, each change once and in order. The listener is called while the writer waits, so
     * it should be quick; it may read, not write.
     *
     * @param listener takes each change
     * @return closing it ends the subscription
     */
    Subscription subscribe(Consumer<Change> listener);

    /**
     * The number of the last change.
     *
     * @return from 0
     */
    long revision();

    /**
     * A current value. Immutable.
     *
     * @param value empty if the source reported it as missing
     * @param measuredAt when it was true
     * @param quality how far it can be trusted
     */
    record Reading(Optional<Value> value, Instant measuredAt, Quality quality) {}

    /**
     * A twin and how far it is. Immutable.
     *
     * @param twin which
     * @param distance in metres, along the ground
     */
    record Near(TwinId twin, Quantity distance) {}

    /** A subscription to changes. Safe for use by many threads. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
