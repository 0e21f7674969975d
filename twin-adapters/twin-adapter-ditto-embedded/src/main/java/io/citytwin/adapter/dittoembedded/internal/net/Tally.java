package io.citytwin.adapter.dittoembedded.internal.net;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what an endpoint does. Safe for use by many threads. */
public final class Tally {

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private final LongAdder commands = new LongAdder();
    private final AtomicLong ticks = new AtomicLong();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    AtomicInteger openConnections() {
        return connections;
    }

    AtomicInteger openSessions() {
        return sessions;
    }

    /** Tenths of seconds since the start, as the event loop counts them. */
    AtomicLong ticks() {
        return ticks;
    }

    void command() {
        commands.increment();
    }

    void refused(String code) {
        refusals.computeIfAbsent(code, none -> new LongAdder()).increment();
    }

    /**
     * Connections that are open.
     *
     * @return from 0
     */
    public int connections() {
        return connections.get();
    }

    /**
     * Sessions that are open.
     *
     * @return from 0
     */
    public int sessions() {
        return sessions.get();
    }

    /**
     * Requests and frames so far.
     *
     * @return from 0
     */
    public long commands() {
        return commands.sum();
    }

    /**
     * Refusals so far.
     *
     * @return how many by error code
     */
    public SortedMap<String, Long> refusals() {
        SortedMap<String, Long> counts = new TreeMap<>();
        refusals.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }
}
