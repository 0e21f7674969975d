package io.citytwin.core.time;

import java.time.Instant;

/** Tells the city what time it is. Safe for use by many threads. */
@FunctionalInterface
public interface CityClock {

    /**
     * The present moment.
     *
     * @return an instant that never lies before an earlier answer of a {@link VirtualClock}
     */
    Instant now();
}
