package io.citytwin.examples.benchmark.city;

import java.util.Optional;

/** What stands and drives in the city, in the order of its numbers. Immutable. */
public enum Kind {
    VEHICLE(0, "Vehicle", 600),
    LAMP_POST(1, "LampPost", 300),
    CHARGING_STATION(2, "ChargingStation", 10),
    EVSE(3, "Evse", 40),
    BUILDING(4, "Building", 15),
    BUILDING_UNIT(5, "BuildingUnit", 20),
    HEATING_PLANT(6, "HeatingPlant", 10),
    STOVE(7, "Stove", 5),
    AIR_STATION(8, "AirStation", 0);

    private final int number;
    private final String type;
    private final int share;

    Kind(int number, String type, int share) {
        this.number = number;
        this.type = type;
        this.share = share;
    }

    /** Its place among the kinds, from 0. */
    public int number() {
        return number;
    }

    /** The name of its asset type. */
    public String type() {
        return type;
    }

    /** How many of a thousand twins are of this kind; air stations come on top. */
    int share() {
        return share;
    }

    /** What its twins are parts of. */
    Optional<Kind> whole() {
        return switch (this) {
            case EVSE -> Optional.of(CHARGING_STATION);
            case BUILDING_UNIT, HEATING_PLANT -> Optional.of(BUILDING);
            default -> Optional.empty();
        };
    }

    /** The relation that leads to what it is part of. */
    String wholeProperty() {
        return this == EVSE ? "station" : "building";
    }
}
