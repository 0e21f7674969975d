package io.citytwin.core.asset;

import java.util.Locale;

/** What makes a noise, as far as regulations tell it apart. Immutable. */
public enum NoiseSource implements Coded {
    BUSINESS,
    /** People who do not act for a business. */
    PRIVATE,
    /** A plant that serves the building that it disturbs. */
    BUILDING_PLANT,
    ROAD,
    RAIL,
    PORT,
    AIRPORT;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
