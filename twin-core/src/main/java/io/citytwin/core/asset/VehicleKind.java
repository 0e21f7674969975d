package io.citytwin.core.asset;

/** What a light vehicle of the categories L is. Immutable. */
public enum VehicleKind implements Coded {
    MOPED("moped"),
    THREE_WHEEL_MOPED("three-wheel-moped"),
    MOTORCYCLE("motorcycle"),
    SIDECAR("sidecar"),
    TRICYCLE("tricycle"),
    LIGHT_QUADRICYCLE("light-quadricycle"),
    HEAVY_QUADRICYCLE("heavy-quadricycle");

    private final String code;

    VehicleKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
