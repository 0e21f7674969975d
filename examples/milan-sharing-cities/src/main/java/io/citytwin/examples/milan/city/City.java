package io.citytwin.examples.milan.city;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.graph.InventoryReport;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A city out of files. Immutable.
 *
 * @param name of its folder
 * @param file what {@code city.json} says
 * @param twins of the inventory, sorted by id
 * @param own the city's own regulations, if it has any
 */
public record City(String name, CityFile file, List<Twin> twins, Optional<RegulationBundle> own) {

    /** The file that makes a folder a city. */
    static final String FILE = "city.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Copies the twins. */
    public City {
        twins = List.copyOf(twins);
    }

    /**
     * Reads a city.
     *
     * @param folder with {@code city.json}; it may lie in a jar
     * @return the city with all its twins
     * @throws CityTwinException {@code C111} if there is no such file, {@code C114} if it or the inventory has a mistake
     */
    public static City open(Path folder) {
        CityFile file = file(folder);
        Path rules = folder.resolve(file.regulations());
        return new City(
                nameOf(folder),
                file,
                inventory(folder).orElseThrow(),
                Files.isDirectory(rules) ? Optional.of(RegulationBundle.directory(rules)) : Optional.empty());
    }

    /**
     * Reads the inventory of a city alone.
     *
     * @param folder with {@code city.json}
     * @return its twins, and every row that cannot be used
     * @throws CityTwinException {@code C111} or {@code C114} if {@code city.json} cannot be read
     */
    static InventoryReport inventory(Path folder) {
        CityFile file = file(folder);
        Inventory inventory = Inventory.of(AssetTypes.builtIn())
                .defaultNamespace(file.namespace())
                .between(Location.of(file.southWest()), Location.of(file.northEast()));
        for (CityFile.Listed listed : file.inventory()) {
            Path rows = folder.resolve(listed.file());
            inventory = listed.file().endsWith(".csv")
                    ? inventory.csv(rows, listed.type(), listed.rows())
                    : inventory.geoJson(rows, listed.type(), listed.rows());
        }
        return inventory.read();
    }

    static CityFile file(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + folder + "` has no `" + FILE + "`.",
                    "Maybe copy one from a city that comes with the example.");
        }
        try {
            return JSON.readValue(Files.readString(file), CityFile.class);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new CityTwinException(
                    CoreError.INVENTORY,
                    "`" + file + "` cannot be read at line `" + (at == null ? 1 : at.getLineNr()) + "`: "
                            + e.getOriginalMessage() + ".",
                    "Maybe compare it with the file of a city that comes with the example.",
                    e);
        } catch (IOException e) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + file + "` cannot be read.", "Maybe it is no text in UTF-8.", e);
        }
    }

    private static String nameOf(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "city" : last.toString().replace("/", "");
    }

    /**
     * All regulations that hold here: those on the class path, and the city's own above them.
     *
     * @return one bundle
     */
    public RegulationBundle regulations() {
        RegulationBundle common = RegulationBundle.classpath();
        return own.map(common::and).orElse(common);
    }

    /**
     * The vehicles of people and firms.
     *
     * @return made up by the city's seed
     */
    public Fleet fleet() {
        return new Fleet(file.fleet(), AssetTypes.builtIn(), file.namespace(), TwinId.of(file.municipality()));
    }

    /**
     * Passages at the city's gates, by all vehicles that it knows.
     *
     * @return made up by the city's seed
     */
    public Traffic traffic() {
        List<Twin> vehicles = new ArrayList<>(all("Vehicle"));
        vehicles.addAll(fleet().vehicles());
        return new Traffic(file.traffic(), vehicles, all("Gate"));
    }

    /**
     * The twins of a type.
     *
     * @param type such as {@code LampPost}
     * @return sorted by id
     */
    public List<Twin> all(String type) {
        return twins.stream().filter(twin -> twin.type().name().equals(type)).toList();
    }

    /**
     * A twin that must be there.
     *
     * @param id {@code namespace:name}
     * @return the twin
     * @throws CityTwinException {@code C113} if the inventory does not have it
     */
    public Twin find(String id) {
        return twins.stream()
                .filter(twin -> twin.id().equals(TwinId.of(id)))
                .findFirst()
                .orElseThrow(() -> new CityTwinException(
                        CoreError.INTEGRITY,
                        "`" + FILE + "` names `" + id + "`, which no file of the inventory has.",
                        "Maybe a name was changed in one of them only."));
    }

    /**
     * A number that is assumed.
     *
     * @param name such as {@code gridEmission}
     * @return with its unit
     * @throws CityTwinException {@code C114} if {@code city.json} does not have it
     */
    public Quantity assumed(String name) {
        return file.assumptions().stream()
                .filter(assumed -> assumed.name().equals(name))
                .findFirst()
                .map(CityFile.Assumed::quantity)
                .orElseThrow(() -> new CityTwinException(
                        CoreError.INVENTORY,
                        "`" + FILE + "` does not assume `" + name + "`.",
                        "Maybe take it over from a city that comes with the example."));
    }
}
