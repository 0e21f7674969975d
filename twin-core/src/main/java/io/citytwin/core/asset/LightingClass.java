package io.citytwin.core.asset;

/** How bright a road must be, dimmest first within each family (EN 13201-2). Immutable. */
public enum LightingClass implements Coded {
    P7("P7"),
    P6("P6"),
    P5("P5"),
    P4("P4"),
    P3("P3"),
    P2("P2"),
    P1("P1"),
    C5("C5"),
    C4("C4"),
    C3("C3"),
    C2("C2"),
    C1("C1"),
    C0("C0"),
    M6("M6"),
    M5("M5"),
    M4("M4"),
    M3("M3"),
    M2("M2"),
    M1("M1");

    private final String code;

    LightingClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
