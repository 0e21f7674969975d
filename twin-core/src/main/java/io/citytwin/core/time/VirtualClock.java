package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.Instant;

/** A clock that stands still until it is told to go on, for tests and replays. Safe for use by many threads. */
public final class VirtualClock implements CityClock {

    private Instant now;

    /**
     * A clock that shows one moment.
     *
     * @param start the first answer of {@link #now}
     */
    public VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    /**
     * Goes on to a later moment; the present one changes nothing.
     *
     * @param next the next answer of {@link #now}
     * @throws CityTwinException {@code C108} if it lies before the present moment
     */
    public synchronized void advanceTo(Instant next) {
        if (next.isBefore(now)) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "The clock shows `" + now + "` and cannot go back to `" + next + "`.",
                    "Maybe sort the inputs by the time they were received.");
        }
        now = next;
    }
}
