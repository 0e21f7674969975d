package io.citytwin.examples.benchmark.city;

/** Numbers that look random and follow from what they are made of. Safe for use by many threads. */
public final class Mix {

    private Mix() {}

    /** A number for three numbers. */
    public static long of(long seed, long twin, long column) {
        return of(of(of(seed) ^ twin) + column);
    }

    /** A number for a number: the finalizer of splitmix64. */
    public static long of(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
