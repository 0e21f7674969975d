package io.citytwin.adapter.dittoembedded.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.Inventory;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files of a city by their names: {@code lamp-posts.csv} holds the type LampPost. Immutable. */
final class InventoryFiles {

    private final AssetTypes types;
    private final Optional<String> namespace;

    InventoryFiles(AssetTypes types, Optional<String> namespace) {
        this.types = types;
        this.namespace = namespace;
    }

    List<Twin> read(Path path) {
        Inventory inventory =
                namespace.map(Inventory.of(types)::defaultNamespace).orElseGet(() -> Inventory.of(types));
        for (Path file : files(path)) {
            String type = type(file).name();
            inventory = file.toString().endsWith(".csv") ? inventory.csv(file, type) : inventory.geoJson(file, type);
        }
        return inventory.read().orElseThrow();
    }

    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> file.toString().matches(".*\\.(csv|geojson)"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw DittoServeTool.refused("The inventory `" + path + "` cannot be read.");
        }
    }

    private AssetType type(Path file) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
        return types.all().stream()
                .filter(type -> plain(type.name()).equals(plain(stem)))
                .findFirst()
                .orElseThrow(() -> DittoServeTool.refused("The name of `" + file + "` is no asset type."));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .replaceFirst("ies$", "y")
                .replaceFirst("s$", "");
    }
}
