package io.citytwin.core.asset;

/** What a fine is for. Immutable. */
public enum Breach implements Coded {
    /** Entering a restricted zone without the right to. */
    ENTRY("entry"),
    /** Driving a vehicle below the emission class that is required. */
    EMISSION_CLASS("emission-class");

    private final String code;

    Breach(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
