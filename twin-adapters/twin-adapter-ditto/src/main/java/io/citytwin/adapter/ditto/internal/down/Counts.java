package io.citytwin.adapter.ditto.internal.down;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened. Safe for use by many threads. */
public final class Counts {

    private final Map<Kind, LongAdder> counters = new EnumMap<>(Kind.class);

    /** All at zero. */
    public Counts() {
        for (Kind kind : Kind.values()) {
            counters.put(kind, new LongAdder());
        }
    }

    /**
     * Counts one.
     *
     * @param kind of what happened
     */
    public void add(Kind kind) {
        counters.getOrDefault(kind, new LongAdder()).increment();
    }

    /**
     * How often something happened.
     *
     * @param kind of it
     * @return from 0
     */
    public long of(Kind kind) {
        return counters.getOrDefault(kind, new LongAdder()).sum();
    }

    /** What is counted. */
    public enum Kind {
        /** An event of a Thing that is no twin of the graph. */
        STRANGER,
        /** An event that told nothing new. */
        REPEATED,
        /** A hole in the revisions of a Thing. */
        GAP,
        /** A Thing that was read again. */
        READ_AGAIN,
        /** Somebody else wrote what belongs to the graph. */
        FOREIGN_OWN,
        /** Somebody else wrote what the city desires. */
        FOREIGN_WISH,
        /** The city's wish was written again. */
        RESTORED,
        /** Somebody else deleted a Thing. */
        DELETED,
        /** Something that made no sense. */
        REFUSED,
        /** A live message that no device answered. */
        UNANSWERED
    }
}
