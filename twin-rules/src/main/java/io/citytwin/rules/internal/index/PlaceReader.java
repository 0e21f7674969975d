package io.citytwin.rules.internal.index;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.GeoJsonForm;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.internal.backtest.InventoryFolder;
import io.citytwin.rules.verify.IndexedPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the places of an index from files of a city. Safe for use by many threads. */
public final class PlaceReader {

    private static final String CODE = "code";
    private static final String ZONE = "Zone";
    private static final Set<String> TYPES = Set.of("Municipality", ZONE);
    private static final String NAMESPACE = "city";

    private PlaceReader() {}

    /**
     * The zones of a file; whatever else their features say is passed over.
     *
     * @param file GeoJSON whose features have a {@code code} and maybe a {@code label}
     * @return by code; around a zone lies what its code begins with
     */
    public static List<IndexedPlace> zones(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "There is no file `" + file + "`.", "Maybe check the path.");
        }
        GeoJsonForm form = GeoJsonForm.of(ZONE, "{" + CODE + "}").label("label").rename(CODE, CODE);
        return Inventory.of(AssetTypes.builtIn())
                .defaultNamespace(NAMESPACE)
                .geoJson(file, form)
                .read()
                .orElseThrow()
                .stream()
                .flatMap(zone -> code(zone).stream().map(code -> place(zone, around(code))))
                .toList();
    }

    /**
     * A place by its codes.
     *
     * @param codes its own one, then those of the areas around it, with commas between them
     * @return a place without outline
     */
    public static IndexedPlace named(String codes) {
        List<String> all = List.of(codes.split(",", -1));
        return new IndexedPlace(all.get(0), all.size() == 1 ? around(codes) : all, Optional.empty());
    }

    /** A zone's code starts with that of its municipality. */
    private static List<String> around(String code) {
        int dash = code.lastIndexOf('-');
        return code.indexOf('-') < dash ? List.of(code, code.substring(0, dash)) : List.of(code);
    }

    /**
     * The municipalities and zones of a folder of inventory files that have a code.
     *
     * @param folder of CSV and GeoJSON files, named after what they hold
     * @param namespace of ids that are written without one
     * @return by id, with the codes of all areas around each
     */
    public static List<IndexedPlace> inventory(Path folder, Optional<String> namespace) {
        SortedMap<TwinId, Twin> twins = new TreeMap<>();
        InventoryFolder.read(folder, namespace.orElse(NAMESPACE)).twins().forEach(twin -> twins.put(twin.id(), twin));
        List<IndexedPlace> places = twins.values().stream()
                .filter(twin -> TYPES.contains(twin.type().name()) && code(twin).isPresent())
                .map(twin -> place(twin, around(twin, twins)))
                .toList();
        if (places.isEmpty()) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + folder + "` holds no municipality and no zone that has a code.",
                    "Maybe name files after what they hold, such as `zones.geojson`.");
        }
        return places;
    }

    private static List<String> around(Twin twin, SortedMap<TwinId, Twin> twins) {
        SortedSet<TwinId> seen = new TreeSet<>();
        List<String> codes = new ArrayList<>();
        walk(twin, twins, seen, codes);
        return codes;
    }

    private static void walk(Twin twin, SortedMap<TwinId, Twin> twins, SortedSet<TwinId> seen, List<String> codes) {
        if (seen.add(twin.id())) {
            code(twin).ifPresent(codes::add);
            for (String relation : twin.type().within()) {
                twin.value(relation)
                        .filter(Value.Ref.class::isInstance)
                        .flatMap(value -> Optional.ofNullable(twins.get(((Value.Ref) value).target())))
                        .ifPresent(next -> walk(next, twins, seen, codes));
            }
        }
    }

    private static Optional<String> code(Twin twin) {
        return twin.value(CODE).map(Value::toString);
    }

    private static IndexedPlace place(Twin twin, List<String> codes) {
        return new IndexedPlace(
                twin.value("label").map(Value::toString).orElse(codes.get(0)),
                codes,
                twin.value("outline").filter(Outline.class::isInstance).map(Outline.class::cast));
    }
}
