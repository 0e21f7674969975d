package io.citytwin.core.asset;

/** Class of an energy performance certificate, worst first. Immutable. */
@Ordered
public enum EnergyClass implements Coded {
    G("G"),
    F("F"),
    E("E"),
    D("D"),
    C("C"),
    B("B"),
    A1("A1"),
    A2("A2"),
    A3("A3"),
    A4("A4");

    private final String code;

    EnergyClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
