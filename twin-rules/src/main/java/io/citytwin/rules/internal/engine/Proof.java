package io.citytwin.rules.internal.engine;

/**
 * Whether two versions of a regulation say the same, whatever is known of the city, and also of whatever is not: as long
 * as not so much of it is unknown that nobody tries all of it. Immutable.
 */
public sealed interface Proof {

    /** They do, at every moment and for all values of all that their rules can see. */
    record Same() implements Proof {}

    /**
     * They do not.
     *
     * @param example a moment and values for which they say something different, and what
     */
    record Different(String example) implements Proof {}

    /**
     * That was not found out.
     *
     * @param why what keeps it from being found out
     */
    record Open(String why) implements Proof {}
}
