package io.citytwin.core.asset;

import java.util.Locale;

/** Whether a diesel vehicle has a particle filter, and since when. Immutable. */
public enum Dpf implements Coded {
    NONE,
    FACTORY,
    RETROFIT;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
