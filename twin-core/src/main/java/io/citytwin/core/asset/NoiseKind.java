package io.citytwin.core.asset;

import java.util.Locale;

/** What a sound level tells. Immutable. */
public enum NoiseKind implements Coded {
    /** What one source gives off, next to it. */
    EMISSION,
    /** What all sources together bring to where people are, outdoors. */
    IMMISSION,
    /** What they bring into a room. */
    INDOOR;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
