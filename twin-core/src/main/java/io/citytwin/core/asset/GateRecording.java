package io.citytwin.core.asset;

import java.util.Locale;

/** Of whom a gate takes down data. Immutable. */
public enum GateRecording implements Coded {
    NONE,
    /** Only of passages that are infringements. */
    INFRINGEMENTS,
    /** Of all who pass. */
    TRANSITS;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
