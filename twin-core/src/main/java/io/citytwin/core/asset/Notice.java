package io.citytwin.core.asset;

/** What a vehicle or its fleet is told. Immutable. */
public enum Notice implements Coded {
    NONE("none"),
    SMOG("smog"),
    STAY_OUT("stay-out");

    private final String code;

    Notice(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
