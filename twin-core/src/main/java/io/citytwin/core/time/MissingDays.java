package io.citytwin.core.time;

/** What a day without a value does to a run of days. Immutable. */
public enum MissingDays {
    /** It ends the run. */
    BREAKS,
    /** It is passed over: it neither counts nor ends the run. */
    BRIDGES,
    /** It leaves the length open between a least and a most. */
    UNKNOWN
}
