package io.citytwin.core.asset;

/**
 * The emission class of a vehicle, oldest first, with its sub-class where there is one. Immutable.
 *
 * <p>In tables a class without a sub-class covers its sub-classes: {@code 0-6} includes {@code 6D}.
 */
@Ordered
public enum EuroClass implements Coded {
    EURO_0("0"),
    EURO_1("1"),
    EURO_2("2"),
    EURO_3("3"),
    EURO_4("4"),
    EURO_5("5"),
    EURO_5A("5A"),
    EURO_5B("5B"),
    EURO_6("6"),
    EURO_6A("6A"),
    EURO_6B("6B"),
    EURO_6C("6C"),
    EURO_6D_TEMP("6D-TEMP"),
    EURO_6D("6D"),
    EURO_6E("6E"),
    EURO_7("7");

    private final String code;

    EuroClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
