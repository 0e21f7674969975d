package io.citytwin.core.sync;

/** What a city is doing, step by step. Immutable. */
public enum CityPhase {
    /** It takes inputs, or waits for them. */
    INGEST,
    /** The governor decides, at a step's end. */
    EVALUATE,
    /** All that it must know after a restart is brought together. */
    SNAPSHOT,
    /** The step is written into the journal. */
    COMMIT,
    /** What was decided goes to the devices. */
    SEND
}
