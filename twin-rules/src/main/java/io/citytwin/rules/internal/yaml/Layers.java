package io.citytwin.rules.internal.yaml;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Layers of folders, read but not linked: what one layer means can depend on the others. Immutable.
 */
public final class Layers {

    private final List<List<Draft>> layers;

    private Layers(List<List<Draft>> layers) {
        this.layers = layers;
    }

    /**
     * Reads folders as one layer, without limits.
     *
     * @param folders in any order
     * @param types the asset types that their rules may name
     * @return a single layer
     */
    public static Layers read(List<RawFolder> folders, AssetTypes types) {
        return read(folders, types, Gate.OPEN);
    }

    /**
     * Reads folders as one layer, as far as they are let in.
     *
     * @param folders in any order
     * @param types the asset types that their rules may name
     * @param gate lets them in
     * @return a single layer
     */
    public static Layers read(List<RawFolder> folders, AssetTypes types, Gate gate) {
        return read(folders, folder -> FolderReader.read(folder, types, gate));
    }

    /**
     * Reads folders as one layer, without limits, unless it is known already what they hold.
     *
     * @param folders in any order
     * @param types the asset types that their rules may name
     * @param compiled what some of them hold
     * @return a single layer
     */
    public static Layers read(List<RawFolder> folders, AssetTypes types, CompiledFolders compiled) {
        return read(folders, folder -> compiled.find(folder).orElseGet(() -> FolderReader.read(folder, types)));
    }

    private static Layers read(List<RawFolder> folders, Function<RawFolder, Draft> reader) {
        List<Draft> drafts = folders.stream()
                .sorted(Comparator.comparing(RawFolder::path))
                .map(reader)
                .sorted(Comparator.comparingInt(draft -> draft.admission().order()))
                .toList();
        return new Layers(List.of(withoutTwins(drafts)));
    }

    /**
     * Puts layers on top of these.
     *
     * @param above whose regulations win
     * @return all layers
     */
    public Layers and(Layers above) {
        return new Layers(Stream.concat(layers.stream(), above.layers.stream()).toList());
    }

    /**
     * The folder that a regulation was read from.
     *
     * @param regulation any of these layers
     * @return its bytes, or empty if it was read elsewhere
     */
    public Optional<RawFolder> folderOf(Regulation regulation) {
        return draftOf(regulation).map(Draft::folder);
    }

    private Optional<Draft> draftOf(Regulation regulation) {
        return layers.stream()
                .flatMap(List::stream)
                .filter(draft -> draft.content()
                        .filter(content -> content.hash().equals(regulation.hash()))
                        .isPresent())
                .filter(draft -> !draft.isTwin() && draft.id().equals(regulation.id()))
                .reduce((below, above) -> above);
    }

    /**
     * One layer of some regulations only, whose folders are not read again.
     *
     * @param regulations of these layers
     * @return without all other folders
     */
    public Layers of(Collection<Regulation> regulations) {
        return new Layers(List.of(regulations.stream()
                .map(this::draftOf)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Draft::path))
                .toList()));
    }

    /**
     * These layers with other files in one folder; no other folder is read again.
     *
     * @param id of the folder's regulation
     * @param files takes the place of the files that the folder has
     * @return other layers
     */
    public Layers with(String id, SortedMap<String, byte[]> files) {
        return new Layers(layers.stream()
                .map(layer -> layer.stream()
                        .map(draft -> draft.id().equals(id)
                                ? FolderReader.read(new RawFolder(draft.path(), files, List.of()), draft.types())
                                : draft)
                        .toList())
                .toList());
    }

    /**
     * Resolves what folders say about each other.
     *
     * @return the regulations and all problems, together and of the uppermost layer
     */
    public Result link() {
        return new Linker(layers).link();
    }

    /** Of two folders with the same id, the one of the later grant, or else the second by path, is refused. */
    private static List<Draft> withoutTwins(List<Draft> drafts) {
        Map<String, Draft> firsts = new HashMap<>();
        List<Draft> checked = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean counts = !draft.id().isEmpty() && !draft.admission().isRefused(draft.id());
            Draft first = counts ? firsts.putIfAbsent(draft.id(), draft) : null;
            checked.add(first == null ? draft : refused(draft, first));
        }
        return checked;
    }

    private static Draft refused(Draft draft, Draft first) {
        List<Problem> problems = new ArrayList<>(draft.problems());
        problems.add(Problem.error(
                RulesError.DUPLICATE,
                draft.content().orElseThrow().header().id().place(),
                "The folder `" + first.path() + "` has the id `" + draft.id() + "` too.",
                "Maybe give one of them another id."));
        return draft.twin(problems);
    }

    /**
     * Regulations without mistakes, and all mistakes of the others.
     *
     * @param regulations by id
     * @param problems in the order of their places
     * @param folders how many were read
     */
    public record Linked(SortedMap<String, Regulation> regulations, List<Problem> problems, int folders) {

        /** Copies the problems, each once and in the order of their places. */
        public Linked {
            problems = problems.stream().distinct().sorted().toList();
        }
    }

    /**
     * What all layers give together, and what of it the uppermost one brought.
     *
     * @param all everything
     * @param top regulations and problems of the uppermost layer only
     */
    public record Result(Linked all, Linked top) {}
}
