package io.citytwin.rules.internal.backtest;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.graph.InventoryReport;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Recording;
import io.citytwin.rules.verify.BacktestPopulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a folder of inventory files, each named after what it holds. Safe for use by many threads. */
public final class InventoryFolder {

    private static final int SHOWN = 3;

    private final Path folder;
    private final List<String> notes = new ArrayList<>();

    private InventoryFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a folder.
     *
     * @param folder of CSV and GeoJSON files
     * @param namespace of ids that are written without one
     * @param recording brings areas that the files may refer to
     * @return the twins of the good rows
     */
    public static BacktestPopulation read(Path folder, Optional<String> namespace, Recording recording) {
        return new InventoryFolder(folder).population(namespace, recording);
    }

    /**
     * Reads a folder of which nothing else is known.
     *
     * @param folder of CSV and GeoJSON files
     * @param namespace of ids that are written without one
     * @return the twins of the good rows, and every problem
     */
    public static InventoryReport read(Path folder, String namespace) {
        return new InventoryFolder(folder)
                .files(Inventory.of(AssetTypes.builtIn()).defaultNamespace(namespace))
                .read();
    }

    private BacktestPopulation population(Optional<String> namespace, Recording recording) {
        Inventory empty = Inventory.of(AssetTypes.builtIn());
        Inventory inventory = files(namespace.map(empty::defaultNamespace).orElse(empty));
        // Areas that the files bring themselves may not be known already: their ids would be taken.
        Set<TwinId> own = inventory.read().twins().stream().map(Twin::id).collect(Collectors.toSet());
        InventoryReport report = inventory
                .knowing(recording.twins().stream()
                        .filter(twin -> !own.contains(twin.id()))
                        .toList())
                .read();
        if (report.twins().isEmpty()) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + folder + "` holds no usable asset."
                            + report.problems().stream()
                                    .findFirst()
                                    .map(first -> "\n  " + first)
                                    .orElse(""),
                    "Maybe name files after what they hold, such as `building-units.csv`, and give --namespace.");
        }
        if (!report.problems().isEmpty()) {
            notes.add(report.problems().size() + " rows of the inventory could not be used.");
            report.problems().stream().limit(SHOWN).forEach(problem -> notes.add(problem.toString()));
        }
        return new BacktestPopulation("the files of `" + folder.getFileName() + "`", false, report.twins(), notes);
    }

    private Inventory files(Inventory empty) {
        SortedMap<String, AssetType> types = new TreeMap<>();
        AssetTypes.builtIn().all().forEach(type -> names(type).forEach(name -> types.put(name, type)));
        Inventory inventory = empty;
        for (Path file : list()) {
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.');
            Optional<AssetType> type = dot < 0 ? Optional.empty() : type(name.substring(0, dot), types);
            if (type.isPresent() && name.endsWith(".csv")) {
                inventory = inventory.csv(file, type.get().name());
            } else if (type.isPresent() && name.endsWith(".geojson")) {
                inventory = inventory.geoJson(file, type.get().name());
            } else {
                notes.add("`" + name + "` was left out: it is not named after a kind of asset.");
            }
        }
        return inventory;
    }

    private List<Path> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + folder + "` cannot be read.", "Maybe check the path.", failure);
        }
    }

    /** The kind in whose name a file's name ends, the longest first: {@code building-units} are no units of anything. */
    private static Optional<AssetType> type(String file, SortedMap<String, AssetType> types) {
        return types.entrySet().stream()
                .filter(named -> file.equals(named.getKey()) || file.endsWith("-" + named.getKey()))
                .max(Comparator.comparingInt(named -> named.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Such as {@code building-unit} and {@code building-units}. */
    private static List<String> names(AssetType type) {
        String one = type.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return List.of(one, one.replaceFirst("(?<![aeiou])y$", "ie") + "s");
    }
}
