package io.citytwin.adapter.airquality.internal;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was said last of each moment, and by whom: sources tell their last days again and again, and what was validated is
 * not taken back by a live source that has not heard of it. It remembers the newest moments only. Safe for use by many
 * threads.
 */
final class Spoken {

    private static final int MOST = 200_000;

    private final Map<Place, Said> said = new LinkedHashMap<>();

    private record Place(TwinId twin, String property, Instant measuredAt) {}

    private record Said(boolean validated, Optional<Value> value, Quality quality) {}

    /** Whether an observation says something that was not said; from now on it is. */
    synchronized boolean isNews(Observation seen, boolean validated) {
        Place place = new Place(seen.twin(), seen.property(), seen.measuredAt());
        Said now = new Said(validated, seen.value(), seen.quality());
        Said before = said.get(place);
        if (before != null && before.validated() && !validated) {
            return false;
        }
        said.remove(place);
        said.put(place, now);
        if (said.size() > MOST) {
            said.remove(said.keySet().iterator().next());
        }
        return before == null || !before.value().equals(now.value()) || before.quality() != now.quality();
    }
}
