package io.citytwin.core.asset;

import java.util.Locale;

/** Whether a vehicle detects who is in its blind spots. Immutable. */
public enum BlindSpotDetection implements Coded {
    NONE,
    /** By a contract of purchase. */
    ORDERED,
    FITTED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
