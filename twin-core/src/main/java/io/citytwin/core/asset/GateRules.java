package io.citytwin.core.asset;

/** The rule set by which a gate lets pass: a name that its controller knows, not the rules themselves. Immutable. */
public enum GateRules implements Coded {
    /** As the acts on its zone say. */
    ZONE("zone"),
    /** Also by the measures against smog. */
    SMOG("smog"),
    /** Everyone may pass. */
    OPEN("open"),
    /** Only emergency services may pass. */
    CLOSED("closed");

    private final String code;

    GateRules(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
