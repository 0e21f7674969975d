package io.citytwin.core.asset;

/** The European vehicle category of the registration document (Regulation (EU) 2018/858, 168/2013). Immutable. */
public enum VehicleCategory implements Coded {
    M1("M1"),
    M2("M2"),
    M3("M3"),
    N1("N1"),
    N2("N2"),
    N3("N3"),
    L1E("L1e"),
    L2E("L2e"),
    L3E("L3e"),
    L4E("L4e"),
    L5E("L5e"),
    L6E("L6e"),
    L7E("L7e");

    private final String code;

    VehicleCategory(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
