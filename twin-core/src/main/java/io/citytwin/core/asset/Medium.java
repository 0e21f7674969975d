package io.citytwin.core.asset;

/** What a meter counts. Immutable. */
public enum Medium implements Coded {
    ELECTRICITY("electricity"),
    GAS("gas"),
    HEAT("heat");

    private final String code;

    Medium(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
