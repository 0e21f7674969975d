package io.citytwin.adapter.dittoembedded.internal.twin;

/** What a command does. Immutable. */
public enum Action {
    /** Makes something new and refuses if it is there. */
    CREATE,
    /** Puts something in place, whether it was there or not. */
    MODIFY,
    /** Applies a JSON merge patch, RFC 7396. */
    MERGE,
    /** Reads. */
    RETRIEVE,
    /** Takes away. */
    DELETE
}
