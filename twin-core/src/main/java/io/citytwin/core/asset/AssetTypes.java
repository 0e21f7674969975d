package io.citytwin.core.asset;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The asset types that a city knows, by name. Immutable. */
public final class AssetTypes {

    private static final AssetTypes BUILT_IN = new AssetTypes(new TreeMap<>())
            .with(Region.class)
            .with(Province.class)
            .with(Municipality.class)
            .with(AirStation.class)
            .with(Vehicle.class)
            .with(BuildingUnit.class)
            .with(Stove.class)
            .with(Oven.class)
            .with(OpenFire.class)
            .with(Spreading.class)
            .with(Zone.class)
            .with(District.class)
            .with(Gate.class)
            .with(MessageSign.class)
            .with(Building.class)
            .with(HeatingPlant.class)
            .with(HeatPump.class)
            .with(Cogenerator.class)
            .with(SolarThermal.class)
            .with(Photovoltaic.class)
            .with(HotWater.class)
            .with(Meter.class)
            .with(LampPost.class)
            .with(NoiseMeter.class)
            .with(ChargingStation.class)
            .with(Evse.class)
            .with(Connector.class)
            .with(FuelStation.class)
            .with(ParkingBay.class)
            .with(CarPark.class)
            .with(BikeStation.class)
            .with(Bike.class);

    private final SortedMap<String, AssetType> byName;

    private AssetTypes(SortedMap<String, AssetType> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * The types of this package.
     *
     * @return the same set each time
     */
    public static AssetTypes builtIn() {
        return BUILT_IN;
    }

    /**
     * Adds a type of your own.
     *
     * @param asset an interface that extends {@link Asset}
     * @return a larger set; this one stays as it is
     * @throws CityTwinException {@code C106} if it does not describe an asset, or its name is taken
     */
    public AssetTypes with(Class<? extends Asset> asset) {
        SortedMap<String, AssetType> larger = new TreeMap<>(byName);
        AssetType added = AssetReader.read(asset);
        AssetType before = larger.put(added.name(), added);
        if (before != null && !before.equals(added)) {
            throw new CityTwinException(
                    CoreError.ASSET_TYPE,
                    "Two asset types are called `" + added.name() + "`.",
                    "Maybe give your interface another simple name.");
        }
        return new AssetTypes(larger);
    }

    /**
     * Finds a type.
     *
     * @param name such as {@code Vehicle}
     * @return the type, or empty
     */
    public Optional<AssetType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Finds a type that must be there.
     *
     * @param name such as {@code Vehicle}
     * @return the type
     * @throws CityTwinException {@code C106} if no type has this name
     */
    public AssetType get(String name) {
        return find(name)
                .orElseThrow(() -> new CityTwinException(
                        CoreError.ASSET_TYPE,
                        "`" + name + "` is not an asset type.",
                        "Maybe one of " + String.join(", ", byName.keySet()) + "."));
    }

    /**
     * A twin of one of these types, of which nothing is known yet.
     *
     * @param id {@code namespace:name}
     * @param assetType such as {@code Vehicle}
     * @return a twin without values
     * @throws CityTwinException {@code C101} or {@code C106}
     */
    public Twin twin(String id, String assetType) {
        return Twin.of(TwinId.of(id), get(assetType));
    }

    /**
     * All types.
     *
     * @return sorted by name
     */
    public Collection<AssetType> all() {
        return List.copyOf(byName.values());
    }
}
