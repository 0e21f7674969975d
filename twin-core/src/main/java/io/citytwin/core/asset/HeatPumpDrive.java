package io.citytwin.core.asset;

import java.util.Locale;

/** What drives a heat pump or chiller. Immutable. */
public enum HeatPumpDrive implements Coded {
    ELECTRIC,
    ENGINE,
    ABSORPTION;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
