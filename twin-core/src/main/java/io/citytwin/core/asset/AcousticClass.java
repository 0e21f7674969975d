package io.citytwin.core.asset;

/** How quiet a part of a town must be, quietest first. Immutable. */
public enum AcousticClass implements Coded {
    /** Protected, such as around hospitals. */
    I,
    /** Mainly homes. */
    II,
    /** Mixed. */
    III,
    /** Intense activity. */
    IV,
    /** Mainly industry. */
    V,
    /** Only industry. */
    VI;

    @Override
    public String code() {
        return name();
    }
}
