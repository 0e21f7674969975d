package io.citytwin.core.asset;

/** Who owns something. Immutable. */
public enum Ownership implements Coded {
    PRIVATE("private"),
    PUBLIC("public");

    private final String code;

    Ownership(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
