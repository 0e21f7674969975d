package io.citytwin.core.time;

import java.time.Instant;

/** The machine's clock, and the only place that reads it. Safe for use by many threads. */
public final class SystemClock implements CityClock {

    @Override
    public Instant now() {
        return Instant.now();
    }
}
