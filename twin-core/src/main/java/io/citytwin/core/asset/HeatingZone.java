package io.citytwin.core.asset;

/** Climate zone by degree-days, mildest first. Immutable. */
@Ordered
public enum HeatingZone implements Coded {
    A("A"),
    B("B"),
    C("C"),
    D("D"),
    E("E"),
    F("F");

    private final String code;

    HeatingZone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
