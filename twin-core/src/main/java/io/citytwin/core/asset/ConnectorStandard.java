package io.citytwin.core.asset;

/** Form of a charging socket or cable. Immutable. */
public enum ConnectorStandard implements Coded {
    TYPE_2("type2"),
    CCS("ccs"),
    CHADEMO("chademo");

    private final String code;

    ConnectorStandard(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
