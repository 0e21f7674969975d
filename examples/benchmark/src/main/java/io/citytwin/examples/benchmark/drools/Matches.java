package io.citytwin.examples.benchmark.drools;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;

/** The matches that hold, and what each says. For one thread at a time. */
public final class Matches {

    private final IdentityHashMap<Object, Finding> live = new IdentityHashMap<>();

    /** A match holds, for the first time or again. */
    public void put(Object match, int twin, int effect) {
        live.put(match, new Finding(twin, effect));
    }

    void remove(Object match) {
        live.remove(match);
    }

    Collection<Finding> all() {
        return Collections.unmodifiableCollection(live.values());
    }
}
