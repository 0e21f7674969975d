package io.citytwin.adapter.ditto.internal.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a provisioning did so far. Safe for use by many threads. */
public final class Tally {

    private static final int MOST_PROBLEMS = 10_000;

    /** Things and policies that are new. */
    public final AtomicLong created = new AtomicLong();

    /** Those that were there and were written. */
    public final AtomicLong changed = new AtomicLong();

    /** Those that were as they should be. */
    public final AtomicLong unchanged = new AtomicLong();

    /** Things that were taken away. */
    public final AtomicLong deleted = new AtomicLong();

    private final List<String> problems = new ArrayList<>();

    /** Nothing yet. */
    public Tally() {
        // counts start at zero
    }

    synchronized void problem(String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(text);
        }
    }

    /**
     * What did not work.
     *
     * @return one sentence each
     */
    public synchronized List<String> problems() {
        return problems.stream().sorted().toList();
    }
}
