package io.citytwin.core.sync;

import java.time.Instant;

/**
 * Something that somebody has to look at. Immutable.
 *
 * @param kind what is wrong
 * @param about whose: a provision, a directive, an adapter, the journal
 * @param since from when on, as far as that is known
 * @param text one sentence with the values
 */
public record Alarm(Kind kind, String about, Instant since, String text) {

    /** What is wrong. */
    public enum Kind {
        /** What a provision reads is new, and the provision was not evaluated since. */
        NOT_EVALUATED,
        /** A device refused, or never answered. */
        DEVICE_SILENT,
        /** A device said that it does something and reports what it did before. */
        DEVICE_UNMOVED,
        /** An adapter tells of a problem of its own, such as a source that fell silent. */
        ADAPTER,
        /** The journal does not take what happened, so nothing is sent. */
        JOURNAL,
        /** The city is later than its clock by more than two steps. */
        LATE,
        /** An earlier run would be decided otherwise now. */
        OTHERWISE
    }
}
