package io.citytwin.core.time;

/** How many readings become one. Immutable. */
public enum Take {
    /** The arithmetic mean. */
    MEAN,
    /** The largest. */
    MAX,
    /** The smallest. */
    MIN,
    /** All together. */
    SUM
}
