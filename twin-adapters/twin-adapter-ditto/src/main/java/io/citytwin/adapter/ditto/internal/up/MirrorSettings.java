package io.citytwin.adapter.ditto.internal.up;

import io.citytwin.adapter.ditto.DittoError;
import io.citytwin.adapter.ditto.internal.link.Backoff;
import io.citytwin.core.error.CityTwinException;
import java.time.Duration;

/**
 * Bounds of a mirror. Immutable.
 *
 * @param name first part of its correlation ids
 * @param window merges under way at once
 * @param waiting Things that may wait before {@code offer} blocks
 * @param attempts after which a merge that Ditto cannot do is given up; a lost connection does not count
 * @param backoff pauses between them
 * @param seed of the random part of pauses
 */
public record MirrorSettings(String name, int window, int waiting, int attempts, Backoff backoff, long seed) {

    /** Checks the bounds. */
    public MirrorSettings {
        if (window < 1 || waiting < 1 || attempts < 1) {
            throw new CityTwinException(
                    DittoError.SETTING,
                    "A mirror cannot have a window of `" + window + "`, `" + waiting + "` waiting and `" + attempts
                            + "` attempts.",
                    "Maybe take at least 1 of each.");
        }
    }

    /**
     * For a Ditto in the same city.
     *
     * @param name first part of correlation ids
     * @return a window of 100, 10 000 waiting, 20 attempts
     */
    public static MirrorSettings standard(String name) {
        return new MirrorSettings(
                name, 100, 10_000, 20, new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5), 0.5), 1);
    }
}
