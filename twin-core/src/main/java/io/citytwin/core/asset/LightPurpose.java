package io.citytwin.core.asset;

import java.util.Locale;

/** What a light is there for, as far as regulations tell it apart. Immutable. */
public enum LightPurpose implements Coded {
    STREET,
    INDOOR,
    SMALL,
    TEMPORARY,
    /** For Christmas and the like. */
    FESTIVE,
    /** For traffic. */
    SIGNAL,
    NAVIGATION,
    MILITARY,
    EMERGENCY;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
