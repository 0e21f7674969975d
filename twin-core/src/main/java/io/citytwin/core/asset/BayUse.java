package io.citytwin.core.asset;

/** Who may park on a bay. Immutable. */
public enum BayUse implements Coded {
    ANYONE("anyone"),
    ELECTRIC("electric"),
    DELIVERY("delivery"),
    NOBODY("nobody");

    private final String code;

    BayUse(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
