package io.citytwin.core.asset;

/** What a domestic generator burns, as far as regulations tell it apart. Immutable. */
public enum StoveFuel implements Coded {
    LOGS("logs"),
    CHIPS("chips"),
    /** Pellets certified of class A1, the best of ISO 17225-2. */
    PELLETS_A1("pelletsA1"),
    /** Pellets of another class, or of none. */
    PELLETS("pellets");

    private final String code;

    StoveFuel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
