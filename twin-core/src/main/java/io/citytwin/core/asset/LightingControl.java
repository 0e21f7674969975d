package io.citytwin.core.asset;

import java.util.Locale;

/** What the light of a lamp post follows. Immutable. */
public enum LightingControl implements Coded {
    /** The clock only. */
    NONE,
    /** The traffic that was counted. */
    TRAFFIC,
    /** The traffic, the luminance and the weather that were measured. */
    FULL;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
