package io.citytwin.core.asset;

import java.util.Locale;

/** What a vehicle runs on, as far as regulations tell fuels apart. Immutable. */
public enum Fuel implements Coded {
    PETROL,
    DIESEL,
    LPG,
    CNG,
    /** Petrol with LPG or CNG. */
    BIFUEL,
    /** Diesel with gas. */
    DUALFUEL,
    HYBRID,
    ELECTRIC,
    HYDROGEN;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
