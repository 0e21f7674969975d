package io.citytwin.adapter.ditto;

import io.citytwin.core.error.CityTwinException;

/** Tells a caller that no answer came. Immutable. */
final class Unreachable {

    private Unreachable() {}

    static CityTwinException because(RuntimeException lost) {
        return new CityTwinException(
                DittoError.UNREACHABLE,
                "Ditto does not answer: `" + lost.getMessage() + "`.",
                "Maybe it is not running, or its address or login is another; calling again goes on where this ended.",
                lost);
    }
}
