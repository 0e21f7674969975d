package io.citytwin.core.asset;

/** What a heating plant turns into heat. Immutable. */
public enum HeatSource implements Coded {
    GAS("gas"),
    OIL("oil"),
    BIOMASS("biomass"),
    DISTRICT_HEAT("district-heat");

    private final String code;

    HeatSource(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
