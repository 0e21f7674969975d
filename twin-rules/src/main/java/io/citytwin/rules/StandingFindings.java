package io.citytwin.rules;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.engine.ClassTables;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of every twin of a city, kept up to date while properties change. Twins that agree on all that the
 * rules of a provision can tell apart are of one class, and each class is asked about once: a change that keeps a twin in
 * its class costs next to nothing, and one that takes it to a class that was asked about before costs a look-up. What is
 * said of each twin is the same as {@link RegulationEngine#findings} says of it, which also tells why, and how sure the law
 * is. Levels are told, not decided here. Not for implementing outside this library.
 *
 * <p>For one thread at a time.
 */
public interface StandingFindings {

    /**
     * An empty city.
     *
     * @param regulations the whole law, with all regulations that are used
     * @param types all types that twins may have
     * @param calendar time zone and holidays
     * @param start the city's time
     * @return a city without twins
     * @throws io.citytwin.core.error.CityTwinException {@code R431} if the law is not whole
     */
    static StandingFindings of(
            Collection<Regulation> regulations, AssetTypes types, CivilCalendar calendar, Instant start) {
        return new ClassTables(regulations, types, calendar, start);
    }

    /**
     * What one provision says of all twins of a class. Immutable.
     *
     * @param provision {@code regulation/provision}
     * @param effect what it says
     */
    record Ruling(String provision, Effect effect) {}

    /**
     * What the rules of one provision say of a twin; twins of one class share it, and two that are equal are the same
     * object. Immutable.
     *
     * @param provision {@code regulation/provision} whose rules were asked
     * @param rulings what is certain; sorted by effect
     * @param unknown what would have to be known to say more; empty if all is certain
     */
    record Verdict(String provision, List<Ruling> rulings, SortedSet<String> unknown) {}

    /** Is told what is another at the end of a step. */
    interface Listener {

        /**
         * A provision says something else of a twin than at the end of the step before.
         *
         * @param twin its number
         * @param before what it said then
         * @param now what it says
         */
        void changed(int twin, Verdict before, Verdict now);
    }

    /**
     * Takes a twin in, or all that is known of it anew.
     *
     * @param twin of a known type; a relation may lead to a twin that comes later
     * @return its number, from 0; it keeps it
     */
    int put(Twin twin);

    /**
     * Takes a twin in of which nothing is said, but which may be looked at from others, since another part of the city
     * says what is said of it; or all that is known of it anew.
     *
     * @param twin of a known type
     * @return its number, from 0; it keeps it
     */
    int see(Twin twin);

    /**
     * Takes a twin away; what was said of it is said no more. After the next step, another twin may get its number.
     *
     * @param twin its id
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if it was not put
     */
    void remove(TwinId twin);

    /**
     * The number of a twin.
     *
     * @param twin its id
     * @return from 0
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if it was not put
     */
    int numberOf(TwinId twin);

    /**
     * The number of a property among those of its type.
     *
     * @param type of twins
     * @param property of that type
     * @return from 0
     * @throws io.citytwin.core.error.CityTwinException {@code C106} or {@code C104} if there is no such type or property
     */
    int column(String type, String property);

    /**
     * Changes one property of a twin. The value is not checked; whoever observes it does that.
     *
     * @param twin its number
     * @param column of the property, see {@link #column}
     * @param value in the property's unit; null if it is unknown
     */
    void set(int twin, int column, @Nullable Value value);

    /**
     * The number by which a value of a property is known here: values that no rule tells apart have the same. Whoever sets
     * the same few values again and again asks for their numbers once.
     *
     * @param type of twins
     * @param property of that type
     * @param value in the property's unit; null if it is unknown
     * @return from 0, for {@link #set(int, int, int)} of this city
     * @throws io.citytwin.core.error.CityTwinException {@code C106} or {@code C104} if there is no such type or property
     */
    int code(String type, String property, @Nullable Value value);

    /**
     * Changes one property of a twin to a value whose number is known.
     *
     * @param twin its number
     * @param column of the property, see {@link #column}
     * @param code of a value of that property, see {@link #code}
     */
    void set(int twin, int column, int code);

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
     */
    void advanceTo(Instant moment);

    /**
     * Asks already now what will be said at a moment to come, so that getting there costs little.
     *
     * @param moment to come, such as the next turn of the hours
     */
    void prepare(Instant moment);

    /**
     * Asks already now what will be said when a level is in a state, so that getting there costs little.
     *
     * @param regulation that declares the level
     * @param level its name
     * @param state name of the state
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if there is no such level or state
     */
    void prepare(String regulation, String level, String state);

    /**
     * Ends a step: asks about classes that are new, and tells what changed.
     *
     * @param listener told of each provision that says something else of a twin, once for each of the two
     */
    void step(Listener listener);

    /**
     * All that is said of a twin, as of the end of the last step.
     *
     * @param twin its number
     * @return of the provisions that say something or would have to know more, in the order of their names
     */
    List<Verdict> of(int twin);

    /**
     * Makes an empty city ready to take the place of another under another law: twins get the same numbers, and what was
     * told of levels is told. Then somebody puts all twins of the other, maybe on another thread; what changes there
     * meanwhile has to be set here as well.
     *
     * @param before is not changed
     */
    void follow(StandingFindings before);

    /**
     * Tells what is said otherwise than in another city, of the same twins at the same time; both have ended their steps.
     *
     * @param before which this one {@linkplain #follow followed}; nobody needs it any more
     * @param listener told of each provision that says something else of a twin, or is new, or is no more
     */
    void takeOver(StandingFindings before, Listener listener);

    /**
     * How many classes twins are in.
     *
     * @return {@code regulation/provision} and the type of its twins to the number of classes
     */
    SortedMap<String, Integer> classes();
}
