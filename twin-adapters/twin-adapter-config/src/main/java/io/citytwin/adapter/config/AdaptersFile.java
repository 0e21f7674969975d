package io.citytwin.adapter.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.config.internal.SettingsSchema;
import io.citytwin.adapter.config.internal.YamlTree;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.spi.AdapterFactory;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A YAML file that names adapters and their settings:
 *
 * <pre>{@code
 * adapters:
 *   lamps:
 *     kind: mqtt
 *     ...
 * }</pre>
 *
 * <p>Reading it connects to nobody. Immutable.
 */
public final class AdaptersFile {

    private static final String KIND = "kind";
    private static final String ADAPTERS = "/adapters/";

    private final Path file;
    private final List<DeviceAdapter> adapters = new ArrayList<>();
    private final List<SettingsProblem> problems = new ArrayList<>();

    private AdaptersFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file, with the kinds that are on the class path.
     *
     * @param file at most 1 MiB of UTF-8; the paths in it start at its folder
     * @param types the types that twins may have
     * @return its adapters, or all that is wrong
     * @throws CityTwinException {@code C111} if there is no such file
     */
    public static AdaptersFile read(Path file, AssetTypes types) {
        if (!Files.isRegularFile(file)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + file + "` is not a file.", "Maybe check the path.");
        }
        AdaptersFile read = new AdaptersFile(file);
        try (InputStream in = Files.newInputStream(file)) {
            YamlTree.read(file.toString(), in.readNBytes(YamlTree.LARGEST + 1), read.problems::add)
                    .ifPresent(tree -> read.make(tree, types));
        } catch (IOException failure) {
            read.problems.add(new SettingsProblem(
                    ConfigError.YAML, file.toString(), 1, 1, "The file cannot be read.", "Maybe check its rights."));
        }
        return read;
    }

    /**
     * The adapters.
     *
     * @return not started, in the order of the file
     * @throws CityTwinException {@code F604} if anything in the file is wrong; all of it is said
     */
    public List<DeviceAdapter> adapters() {
        if (!problems.isEmpty()) {
            StringBuilder all = new StringBuilder("`" + file + "` has `" + problems.size() + "` problems:");
            problems().forEach(problem -> all.append('\n').append(problem));
            throw new CityTwinException(
                    ConfigError.REFUSED, all.toString(), "Maybe mend these places: nothing was connected.");
        }
        return List.copyOf(adapters);
    }

    /**
     * What is wrong.
     *
     * @return sorted by place; empty if the adapters can be used
     */
    public List<SettingsProblem> problems() {
        return problems.stream().sorted().toList();
    }

    private void make(YamlTree tree, AssetTypes types) {
        if (!SettingsSchema.FILE.check(tree, "", tree.root(), problems::add)) {
            return;
        }
        SortedMap<String, AdapterFactory> kinds = kinds();
        tree.root().path("adapters").properties().forEach(entry -> {
            String at = ADAPTERS + YamlTree.escaped(entry.getKey());
            String kind = entry.getValue().path(KIND).asText();
            AdapterFactory factory = kinds.get(kind);
            if (factory == null) {
                problems.add(unknown(tree, at, kind, kinds));
            } else {
                make(tree, at, factory, new Named(entry.getKey(), entry.getValue()), types);
            }
        });
    }

    private static SortedMap<String, AdapterFactory> kinds() {
        SortedMap<String, AdapterFactory> kinds = new TreeMap<>();
        ServiceLoader.load(AdapterFactory.class).forEach(factory -> kinds.put(factory.kind(), factory));
        return kinds;
    }

    private static SettingsProblem unknown(
            YamlTree tree, String at, String kind, SortedMap<String, AdapterFactory> kinds) {
        String known = kinds.isEmpty() ? "no kind at all" : "`" + String.join("`, `", kinds.keySet()) + "`";
        return tree.problem(
                ConfigError.KIND,
                at + "/" + KIND,
                "No adapter of the kind `" + kind + "` is on the class path, but " + known + ".",
                NearestName.to(kind, kinds.keySet())
                        .map(near -> "Maybe `" + near + "`.")
                        .orElse("Maybe add its jar."));
    }

    private record Named(String name, JsonNode settings) {}

    private void make(YamlTree tree, String at, AdapterFactory factory, Named named, AssetTypes types) {
        ObjectNode settings = named.settings().deepCopy();
        settings.remove(KIND);
        if (!SettingsSchema.of(factory).check(tree, at, settings, problems::add)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        AdapterSettings given = new AdapterSettings(
                named.name(),
                settings,
                folder == null ? file : folder,
                types,
                (pointer, problem, advice) ->
                        problems.add(tree.problem(ConfigError.SETTING, at + pointer, problem, advice)));
        try {
            factory.create(given).ifPresentOrElse(adapters::add, () -> refuseSilence(tree, at, given));
        } catch (CityTwinException wrong) {
            problems.add(tree.problem(ConfigError.REFUSED, at, wrong.problem(), wrong.advice()));
        }
    }

    private void refuseSilence(YamlTree tree, String at, AdapterSettings given) {
        if (!given.isRefused()) {
            String problem = "`" + given.name() + "` cannot be made.";
            problems.add(tree.problem(ConfigError.REFUSED, at, problem, "Maybe look at its settings."));
        }
    }
}
