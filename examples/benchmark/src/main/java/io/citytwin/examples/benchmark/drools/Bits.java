package io.citytwin.examples.benchmark.drools;

/** Sets of names as bits, for rules. Safe for use by many threads. */
public final class Bits {

    private Bits() {}

    /** Whether a name, by its place in its list, is in a set. */
    public static boolean has(long set, int name) {
        return (set & (1L << name)) != 0;
    }
}
