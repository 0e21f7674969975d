package io.citytwin.adapter.simulated;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A thousand devices, as many of each kind as a quarter of a town has. */
final class Town {

    static final Instant WINTER = Instant.parse("2023-10-01T00:00:00Z");

    private final AssetTypes types = AssetTypes.builtIn();
    private final List<Twin> twins = new ArrayList<>();

    private Town() {}

    static TwinGraph graph() {
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        graph.put(twins(), WINTER);
        return graph;
    }

    static List<Twin> twins() {
        Town town = new Town();
        town.add(20, "Building", "");
        town.add(400, "LampPost", "ratedPower=70");
        town.add(20, "HeatingPlant", "source=gas ratedPower=150 building=town:building-0");
        town.add(10, "HeatPump", "building=town:building-1");
        town.add(10, "SolarThermal", "building=town:building-1");
        town.add(20, "Photovoltaic", "peakPower=10 building=town:building-2");
        town.add(20, "HotWater", "building=town:building-2");
        town.add(20, "Meter", "medium=electricity building=town:building-3");
        town.add(100, "BuildingUnit", "use=dwelling");
        town.add(40, "Evse", "");
        town.add(40, "Connector", "ratedPower=22 evse=town:evse-0");
        town.add(150, "ParkingBay", "");
        town.add(20, "BikeStation", "docks=24");
        town.add(60, "Bike", "electric=true");
        town.add(30, "Vehicle", "service=sharing fuel=electric");
        town.add(20, "Vehicle", "service=logistics fuel=diesel");
        town.add(40, "Gate", "");
        return town.twins;
    }

    private void add(int many, String type, String values) {
        int first = (int)
                twins.stream().filter(twin -> twin.type().name().equals(type)).count();
        for (int number = first; number < first + many; number++) {
            String id = "town:" + type.toLowerCase(Locale.ROOT) + "-" + number;
            twins.add(types.twin(id, type).withAll(values));
        }
    }
}
