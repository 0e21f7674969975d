package io.citytwin.core.asset;

/** A fuel as field P.3 of the registration document writes it; others are left unknown. Immutable. */
public enum FuelCode implements Coded {
    BENZ,
    GASOL,
    GPL,
    METANO,
    ELETTR,
    IBRIDO;

    @Override
    public String code() {
        return name();
    }
}
