package io.citytwin.core.time;

/** Whether a day counts for a run. Immutable. */
public enum DayTruth {
    /** It counts. */
    YES,
    /** It does not. */
    NO,
    /** The day has no value. */
    MISSING
}
