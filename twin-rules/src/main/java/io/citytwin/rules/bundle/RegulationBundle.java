package io.citytwin.rules.bundle;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.internal.yaml.ArchiveFolders;
import io.citytwin.rules.internal.yaml.ClasspathFolders;
import io.citytwin.rules.internal.yaml.CompiledFolders;
import io.citytwin.rules.internal.yaml.DirectoryFolders;
import io.citytwin.rules.internal.yaml.Gate;
import io.citytwin.rules.internal.yaml.Layers;
import io.citytwin.rules.internal.yaml.RawFolder;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Regulations from folders, with everything that is wrong in the folders. Immutable.
 *
 * <p>A folder with a mistake is refused and reported; it never stops the others. The files are read once: later changes
 * on disk need a new bundle.
 *
 * <p>The thread's context class loader is never looked at.
 */
public final class RegulationBundle {

    private final Layers layers;
    private final Layers.Result linked;

    private RegulationBundle(Layers layers) {
        this.layers = layers;
        this.linked = layers.link();
    }

    /**
     * Reads the folders on the class path of this library.
     *
     * @return the regulations that indexes {@code META-INF/citytwin/regulations.index} list
     */
    public static RegulationBundle classpath() {
        ClassLoader own = RegulationBundle.class.getClassLoader();
        return own == null ? of(List.of(), AssetTypes.builtIn(), Gate.OPEN) : classpath(own);
    }

    /**
     * Reads the folders on a class path.
     *
     * @param loader whose indexes {@code META-INF/citytwin/regulations.index} are read
     * @return the regulations that the indexes list
     */
    public static RegulationBundle classpath(ClassLoader loader) {
        AssetTypes types = AssetTypes.builtIn();
        CompiledFolders compiled = CompiledFolders.read(loader, types);
        return new RegulationBundle(Layers.read(ClasspathFolders.read(loader), types, compiled));
    }

    /**
     * Reads all folders below a directory.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @return the regulations
     * @throws CityTwinException {@code C111} if there is no such directory
     */
    public static RegulationBundle directory(Path directory) {
        return directory(directory, AssetTypes.builtIn());
    }

    /**
     * Reads all folders below a directory, with asset types of your own.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @param types the asset types that rules may name
     * @return the regulations
     * @throws CityTwinException {@code C111} if there is no such directory
     */
    public static RegulationBundle directory(Path directory, AssetTypes types) {
        return directory(directory, types, Trust.everything());
    }

    /**
     * Reads all folders below a directory, as far as a host trusts them.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @param trust what the host grants; a folder that claims more is refused
     * @return the regulations
     * @throws CityTwinException {@code C111} if there is no such directory
     */
    public static RegulationBundle directory(Path directory, Trust trust) {
        return directory(directory, AssetTypes.builtIn(), trust);
    }

    /**
     * Reads all folders below a directory, with asset types of your own, as far as a host trusts them.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @param types the asset types that rules may name
     * @param trust what the host grants; a folder that claims more is refused
     * @return the regulations
     * @throws CityTwinException {@code C111} if there is no such directory
     */
    public static RegulationBundle directory(Path directory, AssetTypes types, Trust trust) {
        return of(DirectoryFolders.read(directory), types, Gate.of(trust, directory));
    }

    /**
     * Reads all folders of a zip archive, in memory.
     *
     * @param zip with folders in it; it may be one itself
     * @return the regulations; none if any entry could do harm where it is unpacked
     * @throws CityTwinException {@code C111} if there is no such file
     */
    public static RegulationBundle archive(Path zip) {
        return archive(zip, AssetTypes.builtIn(), Trust.everything());
    }

    /**
     * Reads all folders of a zip archive, in memory, as far as a host trusts them.
     *
     * @param zip with folders in it; it may be one itself
     * @param types the asset types that rules may name
     * @param trust what the host grants; the archive's path is the start of its folders' paths
     * @return the regulations; none if any entry could do harm where it is unpacked
     * @throws CityTwinException {@code C111} if there is no such file
     */
    public static RegulationBundle archive(Path zip, AssetTypes types, Trust trust) {
        return of(ArchiveFolders.read(zip), types, Gate.of(trust, zip));
    }

    static RegulationBundle of(List<RawFolder> folders, AssetTypes types, Gate gate) {
        return new RegulationBundle(Layers.read(folders, types, gate));
    }

    /**
     * Puts another bundle on top of this one. Folders of both may use each other.
     *
     * @param above its regulations replace those of this bundle with the same id, unless they are refused
     * @return a new bundle; both parts stay as they are
     */
    public RegulationBundle and(RegulationBundle above) {
        return new RegulationBundle(layers.and(above.layers));
    }

    /**
     * The regulations without mistakes.
     *
     * @return sorted by id
     */
    public List<Regulation> regulations() {
        return List.copyOf(linked.all().regulations().values());
    }

    /**
     * Finds a regulation.
     *
     * @param id such as {@code city.rules}
     * @return the regulation, or empty if there is none or its folder was refused
     */
    public Optional<Regulation> find(String id) {
        return Optional.ofNullable(linked.all().regulations().get(id));
    }

    /**
     * The files of a regulation's folder, as they were read.
     *
     * @param id such as {@code city.rules}
     * @return path inside the folder to a copy of the bytes; empty if there is no such regulation
     */
    public SortedMap<String, byte[]> files(String id) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        find(id).flatMap(layers::folderOf)
                .ifPresent(folder -> folder.files().forEach((file, bytes) -> files.put(file, bytes.clone())));
        return files;
    }

    /**
     * What some of the regulations would be on their own.
     *
     * @param regulations of this bundle, with all that they use
     * @return a smaller bundle; this one stays as it is
     */
    public RegulationBundle only(Collection<Regulation> regulations) {
        return new RegulationBundle(layers.of(regulations));
    }

    /**
     * What would be, if the folder of a regulation held other files.
     *
     * @param id of the regulation
     * @param files path inside the folder to bytes, all of them
     * @return another bundle; this one and what it was read from stay as they are
     */
    public RegulationBundle changed(String id, SortedMap<String, byte[]> files) {
        return new RegulationBundle(layers.with(id, files));
    }

    /**
     * Everything that is wrong or not sure in the folders.
     *
     * @return the same report each time
     */
    public BundleReport report() {
        return report(linked.all());
    }

    /**
     * What the bundle that was put on top last brought, read together with all below it.
     *
     * @return its regulations without mistakes and its problems; without {@link #and}, all of them
     */
    public Part top() {
        return new Part(List.copyOf(linked.top().regulations().values()), report(linked.top()));
    }

    private static BundleReport report(Layers.Linked part) {
        return new BundleReport(part.problems(), part.folders());
    }

    /**
     * A part of a bundle. Immutable.
     *
     * @param regulations sorted by id
     * @param report everything that is wrong or not sure in its folders
     */
    public record Part(List<Regulation> regulations, BundleReport report) {}
}
