package io.citytwin.core.sync;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a source says again from what is new: sources that are asked to lose nothing say things twice. It remembers
 * what was said last of each moment, for the newest moments only. Safe for use by many threads.
 */
final class Repeats {

    private static final int MOST = 50_000;

    private final Map<Slot, Said> said = new LinkedHashMap<>();

    /** Whether the same was the last that was said of the same moment. */
    synchronized boolean isRepeat(Observation observation) {
        Slot slot =
                new Slot(observation.twin(), observation.property(), observation.source(), observation.measuredAt());
        Said now = new Said(observation.value(), observation.quality());
        // A value that is corrected and corrected back is new each time.
        if (now.equals(said.remove(slot))) {
            said.put(slot, now);
            return true;
        }
        said.put(slot, now);
        if (said.size() > MOST) {
            said.remove(said.keySet().iterator().next());
        }
        return false;
    }

    private record Slot(TwinId twin, String property, String source, Instant measuredAt) {}

    private record Said(Optional<Value> value, Quality quality) {}
}
