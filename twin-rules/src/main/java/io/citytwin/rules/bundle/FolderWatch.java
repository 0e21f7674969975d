package io.citytwin.rules.bundle;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.internal.history.Following;
import io.citytwin.rules.internal.history.LastGood;
import io.citytwin.rules.internal.history.TreeContent;
import io.citytwin.rules.internal.history.VersionStore;
import io.citytwin.rules.internal.yaml.Gate;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes what is saved in a tree of regulation folders, once it is whole. Safe for use by many threads.
 *
 * <p>A tree is taken when two readings give the same, and never amid a rollback of its {@link FolderHistory}. A folder
 * with mistakes stops no other: its last good version stays in force, as long as this watch lives, and the change says
 * so. A folder that was removed is no longer law.
 */
public final class FolderWatch {

    private final Path directory;
    private final LastGood lastGood;
    private Optional<TreeContent> seen = Optional.empty();
    private RegulationBundle bundle;
    private List<Regulation> own = List.of();

    private FolderWatch(Path directory, RegulationBundle below, AssetTypes types, Trust trust) {
        this.directory = directory;
        this.bundle = below;
        Gate gate = Gate.of(trust, directory);
        this.lastGood = new LastGood(folders -> below.and(RegulationBundle.of(folders, types, gate)));
    }

    /**
     * A watch over folders with the built-in asset types, whatever they claim.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @param below what the folders may use and replace
     * @return a watch that has not looked yet
     */
    public static FolderWatch of(Path directory, RegulationBundle below) {
        return of(directory, below, AssetTypes.builtIn(), Trust.everything());
    }

    /**
     * A watch over folders.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @param below what the folders may use and replace
     * @param types the asset types that rules may name
     * @param trust what the host grants; a folder that claims more is refused
     * @return a watch that has not looked yet
     */
    public static FolderWatch of(Path directory, RegulationBundle below, AssetTypes types, Trust trust) {
        return new FolderWatch(directory, below, types, trust);
    }

    /**
     * Reads the tree, in the caller's thread. The first look always takes it.
     *
     * @return what changed since the last change; empty if nothing did, or somebody is writing at this moment
     * @throws CityTwinException {@code C111} if there is no such directory
     */
    public synchronized Optional<Change> look() {
        if (VersionStore.isBetweenVersions(directory)) {
            return Optional.empty();
        }
        Optional<TreeContent> fresh = TreeContent.steady(directory)
                .filter(content -> seen.filter(content::isSameAs).isEmpty())
                .filter(content -> !VersionStore.isBetweenVersions(directory));
        return fresh.map(this::taken);
    }

    private Change taken(TreeContent content) {
        LastGood.Taken taken = lastGood.take(content.folders());
        List<Regulation> before = own;
        seen = Optional.of(content);
        bundle = taken.bundle();
        own = bundle.top().regulations();
        return new Change(
                content.hash(),
                bundle,
                before,
                changed(before, own),
                taken.kept(),
                new BundleReport(taken.problems(), content.folders().size()));
    }

    private static List<String> changed(List<Regulation> before, List<Regulation> after) {
        Map<String, String> old = hashes(before);
        Map<String, String> fresh = hashes(after);
        TreeSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(fresh.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(old.get(id), fresh.get(id)))
                .toList();
    }

    private static Map<String, String> hashes(List<Regulation> regulations) {
        return regulations.stream()
                .collect(Collectors.toMap(Regulation::id, Regulation::hash, (first, second) -> first, TreeMap::new));
    }

    /**
     * What holds now.
     *
     * @return before the first look, what lies below the folders
     */
    public synchronized RegulationBundle bundle() {
        return bundle;
    }

    /**
     * Looks at once, after each save, and at least so often, in one thread of its own that no program waits for.
     *
     * @param atLeast the longest time between two looks, for file systems that do not tell of saves
     * @param reaction called in that thread, for one change at a time; if it fails, the following ends
     * @return ends the following
     */
    public Follower follow(Duration atLeast, Consumer<Change> reaction) {
        return Following.start(directory, atLeast, () -> look().ifPresent(reaction))::close;
    }

    /** A thread that looks again and again. Safe for use by many threads. */
    @FunctionalInterface
    public interface Follower extends AutoCloseable {

        /** Ends the thread and waits for that, unless the thread itself asks. */
        @Override
        void close();
    }

    /**
     * What a save brought. Immutable.
     *
     * @param hash of the tree, as {@link FolderHistory} has it
     * @param bundle what holds now: all below, and of each folder the newest version without mistakes
     * @param before the folders' regulations that held until now
     * @param changed ids of regulations that came, went or hold something else, sorted
     * @param kept paths of folders with mistakes whose last good version stays in force, sorted
     * @param report everything that is wrong or not sure in the folders as they are saved
     */
    public record Change(
            String hash,
            RegulationBundle bundle,
            List<Regulation> before,
            List<String> changed,
            List<String> kept,
            BundleReport report) {

        /** Copies the lists. */
        public Change {
            before = List.copyOf(before);
            changed = List.copyOf(changed);
            kept = List.copyOf(kept);
        }

        /**
         * The folders' regulations that hold now.
         *
         * @return sorted by id
         */
        public List<Regulation> regulations() {
            return bundle.top().regulations();
        }

        /**
         * Whether all folders were taken as they are saved.
         *
         * @return false if any was refused
         */
        public boolean isClean() {
            return report.isClean();
        }
    }
}
