package io.citytwin.core.asset;

/** What a vehicle is used for, as far as regulations tell services apart. Immutable. */
public enum VehicleService implements Coded {
    PRIVATE("private"),
    /** Of artisans and installers. */
    TRADE("trade"),
    SHARING("sharing"),
    LOGISTICS("logistics"),
    TAXI("taxi"),
    HIRE("hire"),
    PUBLIC_TRANSPORT("public-transport"),
    EMERGENCY("emergency"),
    STREET_CLEANING("street-cleaning");

    private final String code;

    VehicleService(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
