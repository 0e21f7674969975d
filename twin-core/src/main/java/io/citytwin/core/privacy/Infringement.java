package io.citytwin.core.privacy;

import io.citytwin.core.signal.Passage;

/**
 * What a fine needs of a passage. Its text leaves the plate out. Immutable.
 *
 * @param passage which, with the vehicle's pseudonym
 * @param plate as it was read
 * @param reason what it broke
 */
public record Infringement(Passage passage, String plate, String reason) {

    @Override
    public String toString() {
        return "Infringement[passage=" + passage.id() + "]";
    }
}
