package io.citytwin.core.model;

/** How far an observation can be trusted. Immutable. */
public enum Quality {
    /** Measured and not doubted. */
    GOOD,
    /** Usable, but not validated by its source. */
    UNCERTAIN,
    /** Known to be wrong: rules see it as unknown. */
    BAD
}
