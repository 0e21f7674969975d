package io.citytwin.examples.milan.city;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What vehicles private people and firms have. Immutable.
 *
 * @param seed the same gives the same vehicles
 * @param vehicles how many
 * @param holders how many people and firms hold them
 * @param homes where holders live or have a seat
 * @param shares property to how many in a thousand have it, unless their kind says so
 * @param kinds of vehicles
 */
public record FleetPlan(
        long seed, int vehicles, int holders, List<Home> homes, SortedMap<String, Integer> shares, List<Kind> kinds) {

    /** Copies the collections. */
    public FleetPlan {
        homes = List.copyOf(homes);
        shares = new TreeMap<>(shares);
        kinds = List.copyOf(kinds);
    }

    /**
     * A place where holders live. Immutable.
     *
     * @param weight how many live there, against the other homes
     * @param values of a vehicle, {@code property=value} with blanks between them
     */
    public record Home(int weight, String values) implements Weighed {}

    /**
     * A kind of vehicle. Immutable.
     *
     * @param weight how many there are, against the other kinds
     * @param values of a vehicle, {@code property=value} with blanks between them
     * @param co2 least and most, in g/km
     * @param length least and most, in metres with one decimal
     */
    public record Kind(int weight, String values, List<Integer> co2, List<String> length) implements Weighed {

        /** Copies the lists. */
        public Kind {
            co2 = List.copyOf(co2);
            length = List.copyOf(length);
        }
    }
}
