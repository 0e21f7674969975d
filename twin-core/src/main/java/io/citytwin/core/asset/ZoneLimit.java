package io.citytwin.core.asset;

import java.util.Locale;

/** What a zone limits. Immutable. */
public enum ZoneLimit implements Coded {
    /** Entry at set hours. */
    HOURS,
    /** Who may enter. */
    USERS,
    /** Which vehicles may enter. */
    VEHICLES,
    /** Traffic of polluting classes, without a restricted zone. */
    AIR,
    OTHER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
