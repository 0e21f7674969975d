package io.citytwin.core.asset;

import java.util.Locale;

/** What a part of a building is used for, as far as heating rules tell uses apart. Immutable. */
public enum BuildingUse implements Coded {
    DWELLING,
    SHOP,
    OFFICE,
    SCHOOL,
    HOSPITAL,
    INDUSTRY,
    OTHER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
