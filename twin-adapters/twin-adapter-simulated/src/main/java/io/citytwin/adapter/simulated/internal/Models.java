package io.citytwin.adapter.simulated.internal;

import java.util.Map;
import java.util.Optional;

/** Which asset types have devices, and how each behaves. Safe for use by many threads. */
public final class Models {

    private static final Model TAKES_ONLY = (scene, display) -> {};

    private static final Map<String, Model> BY_TYPE = Map.ofEntries(
            Map.entry("LampPost", new Lighting()),
            Map.entry("HeatingPlant", new Heating()),
            Map.entry("HeatPump", new HeatPumping()),
            Map.entry("SolarThermal", new SolarHeat()),
            Map.entry("Photovoltaic", new SolarPower()),
            Map.entry("HotWater", new WaterTank()),
            Map.entry("Meter", new Metering()),
            Map.entry("BuildingUnit", new Rooms()),
            Map.entry("Evse", Charging.EVSE),
            Map.entry("Connector", Charging.CONNECTOR),
            Map.entry("ParkingBay", new Parking()),
            Map.entry("BikeStation", Cycling.STATION),
            Map.entry("Bike", Cycling.BIKE),
            Map.entry("Vehicle", new Driving()),
            Map.entry("Gate", TAKES_ONLY),
            Map.entry("MessageSign", TAKES_ONLY));

    private Models() {}

    /**
     * The model of a type.
     *
     * @param assetType such as {@code LampPost}
     * @return empty if such assets have no devices
     */
    public static Optional<Model> of(String assetType) {
        return Optional.ofNullable(BY_TYPE.get(assetType));
    }
}
