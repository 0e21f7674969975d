package io.citytwin.core.graph;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current observation of one property per row, taken apart into columns. For one thread at a time. */
final class Readings {

    private final Cells<Value> values = new Cells<>();
    private final Cells<Quality> qualities = new Cells<>();
    private final Cells<String> sources = new Cells<>();
    private final Moments measured = new Moments();
    private final Moments received = new Moments();

    boolean has(int row) {
        return qualities.get(row) != null;
    }

    @Nullable
    Value usable(int row) {
        return qualities.get(row) == Quality.BAD ? null : values.get(row);
    }

    /** A late word on an earlier time does not change what is true now; a correction does. */
    boolean takes(int row, Instant measuredAt) {
        return !has(row) || !measuredAt.isBefore(measured.get(row));
    }

    void set(int row, Observation observation) {
        values.set(row, observation.value().orElse(null));
        qualities.set(row, observation.quality());
        sources.set(row, observation.source());
        measured.set(row, observation.measuredAt());
        received.set(row, observation.receivedAt());
    }

    Optional<Observation> get(int row, TwinId twin, String property) {
        Quality quality = qualities.get(row);
        String source = sources.get(row);
        if (quality == null || source == null) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                twin,
                property,
                Optional.ofNullable(values.get(row)),
                measured.get(row),
                received.get(row),
                source,
                quality));
    }

    void clear(int row) {
        values.set(row, null);
        qualities.set(row, null);
        sources.set(row, null);
    }
}
