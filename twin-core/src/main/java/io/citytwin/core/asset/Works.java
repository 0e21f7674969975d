package io.citytwin.core.asset;

import java.util.Locale;

/** What is done to a building. Immutable. */
public enum Works implements Coded {
    /** It is built where none was. */
    CONSTRUCTION,
    /** It is demolished and built again. */
    REBUILD,
    /** Its whole envelope is built again. */
    MAJOR,
    /** Less than that. */
    MINOR;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
