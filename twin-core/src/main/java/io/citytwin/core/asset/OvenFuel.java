package io.citytwin.core.asset;

/** What an oven burns, as far as regulations tell it apart. Immutable. */
public enum OvenFuel implements Coded {
    /** Wood certified of class A1, the best of ISO 17225. */
    WOOD_A1("woodA1"),
    /** Wood of another class, or of none. */
    WOOD("wood"),
    OTHER("other");

    private final String code;

    OvenFuel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
