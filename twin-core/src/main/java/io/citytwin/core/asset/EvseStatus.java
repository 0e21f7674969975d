package io.citytwin.core.asset;

/** What a charge point is doing. Immutable. */
public enum EvseStatus implements Coded {
    AVAILABLE("available"),
    CHARGING("charging"),
    RESERVED("reserved"),
    OUT_OF_ORDER("out-of-order");

    private final String code;

    EvseStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
