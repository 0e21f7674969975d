package io.citytwin.core.asset;

/** Whose act makes a zone. Immutable. */
public enum ZoneOrder implements Coded {
    /** The executive of the municipality. */
    EXECUTIVE("executive"),
    MAYOR("mayor"),
    /** The mayor, because it is urgent. */
    URGENT_MAYOR("mayor-urgent"),
    OTHER("other");

    private final String code;

    ZoneOrder(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
