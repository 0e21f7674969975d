package io.citytwin.core.asset;

import java.util.Locale;

/** Whether a station counts for the area's official mean. Immutable. */
public enum StationRole implements Coded {
    /** Counts for the mean. */
    REFERENCE,
    /** Measures, but does not count. */
    LOCAL;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
