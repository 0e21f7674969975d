package io.citytwin.core.asset;

/** A directive as field V.9 of the registration document names it, with its letter; others are left unknown. Immutable. */
public enum DirectiveCode implements Coded {
    D91_441("91/441"),
    D91_542_A("91/542-A"),
    D91_542_B("91/542-B"),
    D93_59("93/59"),
    D94_12("94/12"),
    D96_69("96/69"),
    D97_24_5("97/24-5"),
    D98_69("98/69"),
    D98_69_B("98/69-B"),
    D98_77("98/77"),
    D98_77_A("98/77-A"),
    D1999_102_A("1999/102-A"),
    D2001_100_B("2001/100-B"),
    D2002_51_A("2002/51-A"),
    D2002_51_B("2002/51-B"),
    D2003_76_B("2003/76-B"),
    /** In words, without a directive. */
    EURO_5("EURO-5"),
    EURO_6("EURO-6");

    private final String code;

    DirectiveCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
