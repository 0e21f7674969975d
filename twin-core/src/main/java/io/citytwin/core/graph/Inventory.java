package io.citytwin.core.graph;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The files in which a city keeps its assets, CSV and GeoJSON; {@link #read} turns them into twins and reports every row
 * that cannot be used. Immutable.
 *
 * <p>CSV is UTF-8 with commas; CRLF, a BOM and blank lines do no harm. The header names {@code id}, {@code label} and
 * properties, a number with its unit: {@code ratedPower [W]}; {@code longitude} and {@code latitude} stand for
 * {@code location}. Semicolons and decimal commas are refused: who reads {@code 1,234} as {@code 1.234} is wrong half of
 * the time. GeoJSON is a {@code FeatureCollection} with the same names as {@code properties}. An empty cell and
 * {@code null} are unknown. An id, and a relation, is {@code namespace:name}, or a name in the default namespace.
 */
public final class Inventory {

    private final AssetTypes types;
    private final InventoryPlan plan;

    private Inventory(AssetTypes types, InventoryPlan plan) {
        this.types = types;
        this.plan = plan;
    }

    /**
     * An inventory without files.
     *
     * @param types that its files may hold
     * @return an empty inventory
     */
    public static Inventory of(AssetTypes types) {
        return new Inventory(types, new InventoryPlan(Optional.empty(), Optional.empty(), Map.of(), List.of()));
    }

    /**
     * The namespace of ids that are written without one.
     *
     * @param namespace such as {@code it.milano}
     * @return a new inventory
     */
    public Inventory defaultNamespace(String namespace) {
        return new Inventory(
                types, new InventoryPlan(Optional.of(namespace), plan.extent(), plan.known(), plan.sources()));
    }

    /**
     * Refuses points outside a rectangle; without it, nobody notices that longitude and latitude are exchanged.
     *
     * @param southWest the lower left corner on a map
     * @param northEast the upper right corner
     * @return a new inventory
     */
    public Inventory between(Location southWest, Location northEast) {
        Extent extent = new Extent(southWest, northEast);
        return new Inventory(
                types, new InventoryPlan(plan.namespace(), Optional.of(extent), plan.known(), plan.sources()));
    }

    /**
     * Twins that are not in the files, to which relations may lead; their ids are taken.
     *
     * @param twins such as the municipality
     * @return a new inventory
     */
    public Inventory knowing(Collection<Twin> twins) {
        Map<TwinId, String> known = new TreeMap<>(plan.known());
        twins.forEach(twin -> known.put(twin.id(), twin.type().name()));
        return new Inventory(types, new InventoryPlan(plan.namespace(), plan.extent(), known, plan.sources()));
    }

    /**
     * Adds a table.
     *
     * @param file UTF-8
     * @param type what its rows are, such as {@code LampPost}
     * @return a new inventory
     * @throws io.citytwin.core.error.CityTwinException {@code C106} if there is no such type
     */
    public Inventory csv(Path file, String type) {
        return with(new InventorySource(file, types.get(type), OptionalInt.empty(), Optional.empty()));
    }

    /**
     * Adds a table of known length.
     *
     * @param file UTF-8
     * @param type what its rows are, such as {@code LampPost}
     * @param rows how many there must be, without the header
     * @return a new inventory
     * @throws io.citytwin.core.error.CityTwinException {@code C106} if there is no such type
     */
    public Inventory csv(Path file, String type, int rows) {
        return with(new InventorySource(file, types.get(type), OptionalInt.of(rows), Optional.empty()));
    }

    /**
     * Adds features.
     *
     * @param file UTF-8
     * @param type what they are, such as {@code Zone}
     * @return a new inventory
     * @throws io.citytwin.core.error.CityTwinException {@code C106} if there is no such type
     */
    public Inventory geoJson(Path file, String type) {
        return with(
                new InventorySource(file, types.get(type), OptionalInt.empty(), Optional.of(GeoJsonForm.own(type))));
    }

    /**
     * Adds features of known number.
     *
     * @param file UTF-8
     * @param type what they are, such as {@code Zone}
     * @param rows how many there must be
     * @return a new inventory
     * @throws io.citytwin.core.error.CityTwinException {@code C106} if there is no such type
     */
    public Inventory geoJson(Path file, String type, int rows) {
        return with(
                new InventorySource(file, types.get(type), OptionalInt.of(rows), Optional.of(GeoJsonForm.own(type))));
    }

    /**
     * Adds features of a file that was not written for this library.
     *
     * @param file UTF-8
     * @param form how to read it
     * @return a new inventory
     * @throws io.citytwin.core.error.CityTwinException {@code C106} if there is no such type, {@code C102}, {@code C104}
     *     or {@code C112} if the form leads to no property
     */
    public Inventory geoJson(Path file, GeoJsonForm form) {
        AssetType type = types.get(form.type());
        form.check(type);
        return with(new InventorySource(file, type, OptionalInt.empty(), Optional.of(form)));
    }

    private Inventory with(InventorySource source) {
        List<InventorySource> more = new ArrayList<>(plan.sources());
        more.add(source);
        return new Inventory(types, new InventoryPlan(plan.namespace(), plan.extent(), plan.known(), more));
    }

    /**
     * Reads all files.
     *
     * @return the twins of the good rows, and every problem; it never throws for what a file holds
     */
    public InventoryReport read() {
        InventoryReading reading = new InventoryReading(plan);
        plan.sources().forEach(reading::read);
        return reading.report();
    }
}
