package io.citytwin.rules.internal.grammar;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The verbs of consequences, and what they call things. Immutable. */
final class Verbs {

    static final String ACT = "Act";
    static final String PROPERTY = "Property";
    static final String LIFT = "lift";
    static final String CHARGE = "charge";

    static final String COMPUTE = "compute";
    static final String FLOOR = "floor";
    private static final Set<String> WITH_SUMS = Set.of("cap", CHARGE, COMPUTE, FLOOR, "set");
    private static final SortedMap<String, Verb> ALL = new TreeMap<>();

    static {
        ALL.put("raise", new Verb(2, 2, "raise( $p, Level.first )"));
        ALL.put("clear", new Verb(1, 2, "clear( $p, Level )"));
        ALL.put("forbid", new Verb(2, 2, "forbid( $v, Act.circulate )"));
        ALL.put(LIFT, new Verb(2, 2, "lift( $v, Act.circulate )"));
        ALL.put("cap", new Verb(3, 4, "cap( $u, Property.indoorTemperature, $max - $less, $tolerance )"));
        ALL.put(CHARGE, new Verb(3, 3, "charge( $v, Act.enter, $fee )"));
        ALL.put(COMPUTE, new Verb(3, 3, "compute( $m, Property.yearlyEmissions, $gas * $gasFactor )"));
        ALL.put(FLOOR, new Verb(3, 3, "floor( $l, Property.dimming, $least )"));
        ALL.put("require", new Verb(2, 2, "require( $f, Property.ritual )"));
        ALL.put("set", new Verb(3, 3, "set( $l, Property.dimming, $share )"));
    }

    private Verbs() {}

    /** How many arguments a verb takes, and an example. */
    record Verb(int fewest, int most, String sample) {
        boolean takes(int arguments) {
            return arguments >= fewest && arguments <= most;
        }
    }

    static @Nullable Verb find(String name) {
        return ALL.get(name);
    }

    static SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ALL.keySet()));
    }

    /** Whether terms of its sums may be products and quotients. */
    static boolean computes(String verb) {
        return verb.equals(COMPUTE);
    }

    /** Whether arguments of the verb are sums, so that bare words in them are parameters. */
    static boolean hasSums(String verb) {
        return WITH_SUMS.contains(verb);
    }
}
