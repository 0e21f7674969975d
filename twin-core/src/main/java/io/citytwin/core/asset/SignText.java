package io.citytwin.core.asset;

/** What a message sign shows: a name of one of the texts that it holds, in the languages of its place. Immutable. */
public enum SignText implements Coded {
    BLANK("blank"),
    /** Measures against smog hold. */
    SMOG("smog"),
    /** The zone is closed to most. */
    ZONE_CLOSED("zone-closed"),
    /** Change to public transport here. */
    PARK_AND_RIDE("park-and-ride"),
    /** The zone has a fee today. */
    FEE("fee");

    private final String code;

    SignText(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
