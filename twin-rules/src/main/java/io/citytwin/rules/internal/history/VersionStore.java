package io.citytwin.rules.internal.history;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.time.CityClock;
import io.citytwin.rules.bundle.FolderHistory.Version;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of one tree, in a hidden directory of it. Safe for use by many threads. Processes may share it. */
public final class VersionStore {

    /** The most versions that are kept; the oldest go first. */
    public static final int MOST = 50;

    private static final String HIDDEN = ".citytwin";
    private static final int TRIES = 20;
    private static final int SHOWN = 12;
    private static final Pattern OURS = Pattern.compile("\\.new-[0-9]+|[0-9]{4,}-[0-9a-f]{12}");

    /** A lock on a file holds between processes only. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path tree;
    private final Path place;
    private final CityClock clock;
    private final VersionIndex index;

    /**
     * A store that writes nothing before it has something to keep.
     *
     * @param tree the root of regulation folders
     * @param clock says when a version was kept
     */
    public VersionStore(Path tree, CityClock clock) {
        this.tree = tree.toAbsolutePath().normalize();
        this.place = this.tree.resolve(HIDDEN).resolve("versions");
        this.clock = clock;
        this.index = new VersionIndex(place.resolve("index.csv"));
    }

    /**
     * Whether a rollback has begun and not ended, so that the tree holds parts of two versions.
     *
     * @param tree the root of regulation folders
     * @return true also after a crash, until the next use of the store ends the rollback
     */
    public static boolean isBetweenVersions(Path tree) {
        return DurableFiles.exists(marker(tree.resolve(HIDDEN).resolve("versions")));
    }

    private static Path marker(Path place) {
        return place.resolve("rollback");
    }

    /**
     * All versions.
     *
     * @return oldest first
     */
    public List<Version> versions() {
        if (isBetweenVersions(tree)) {
            return locked(index::read);
        }
        try {
            return index.read();
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /**
     * Keeps what the tree holds.
     *
     * @param note one line
     * @param expected the hash that the tree must have
     * @return the version; the newest one if nothing changed; empty if the tree has another hash
     */
    public Optional<Version> keep(String note, Optional<String> expected) {
        return locked(() -> {
            TreeContent content = steady();
            if (expected.filter(hash -> !hash.equals(content.hash())).isPresent()) {
                return Optional.empty();
            } else if (content.files().isEmpty()) {
                throw refused(
                        RulesError.HISTORY,
                        "`" + tree + "` holds no regulation folder.",
                        "Maybe another one is meant.");
            }
            return Optional.of(kept(content, note));
        });
    }

    /**
     * Brings a version back.
     *
     * @param number which; without it, the one before what the tree holds
     * @return the new version
     */
    public Version rollback(OptionalInt number) {
        return locked(() -> {
            TreeContent now = steady();
            List<Version> all = index.read();
            Version wanted = wanted(all, now, number);
            return restored(now, content(wanted), "back to version " + wanted.number());
        });
    }

    private Version wanted(List<Version> all, TreeContent now, OptionalInt number) {
        boolean recorded = !all.isEmpty() && all.get(all.size() - 1).hash().equals(now.hash());
        int before = all.size() - (recorded ? 2 : 1);
        Optional<Version> wanted = number.isPresent()
                ? all.stream().filter(one -> one.number() == number.getAsInt()).findFirst()
                : Optional.of(before).filter(at -> at >= 0).map(all::get);
        return wanted.orElseThrow(() -> refused(
                RulesError.NO_VERSION,
                number.isPresent()
                        ? "There is no version `" + number.getAsInt() + "`."
                        : "There is no version before this one.",
                "Maybe one of those that `citytwin versions` lists: "
                        + all.stream().map(one -> "`" + one.number() + "`").collect(Collectors.joining(", ")) + "."));
    }

    /** First what is there and what shall be there are both kept, then the tree is changed. */
    private Version restored(TreeContent now, TreeContent wanted, String note) throws IOException {
        Restoration restoration = new Restoration(tree, now, wanted);
        restoration.check();
        if (!now.files().isEmpty()) {
            kept(now, "before a rollback, not checked");
        }
        Version version = kept(wanted, note);
        DurableFiles.replace(marker(place), new byte[0]);
        restoration.run();
        Files.delete(marker(place));
        return version;
    }

    /**
     * Where a version stands.
     *
     * @param version any of this tree
     * @return a directory in the store
     */
    public Path folder(Version version) {
        return place.resolve(String.format(
                Locale.ROOT, "%04d-%s", version.number(), version.hash().substring(0, SHOWN)));
    }

    private TreeContent content(Version version) {
        TreeContent content = DurableFiles.isDirectory(folder(version))
                ? TreeContent.read(folder(version))
                : new TreeContent(List.of(), Collections.emptySortedMap(), "");
        if (!content.hash().equals(version.hash())) {
            throw refused(
                    RulesError.DAMAGED_VERSION,
                    "Version `" + version.number() + "` is not what was kept.",
                    "Maybe take another one; nothing was changed.");
        }
        return content;
    }

    private Version kept(TreeContent content, String note) throws IOException {
        List<Version> all = new ArrayList<>(index.read());
        Optional<Version> newest = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        Optional<Version> same = newest.filter(one -> one.hash().equals(content.hash()))
                .filter(one -> DurableFiles.isDirectory(folder(one)));
        if (same.isPresent()) {
            return same.get();
        }
        int number = newest.map(Version::number).orElse(0) + 1;
        Version version = new Version(number, content.hash(), clock.now(), note);
        clean(all);
        write(content, version);
        all.add(version);
        List<Version> bounded = all.subList(Math.max(0, all.size() - MOST), all.size());
        index.write(bounded);
        clean(bounded);
        return version;
    }

    private void write(TreeContent content, Version version) throws IOException {
        Path fresh = place.resolve(".new-" + version.number());
        for (Map.Entry<String, byte[]> file : content.files().entrySet()) {
            DurableFiles.write(fresh.resolve(file.getKey()), file.getValue());
        }
        Files.move(fresh, folder(version), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what a crash left and what became too old. */
    private void clean(List<Version> listed) throws IOException {
        Set<Path> stay = listed.stream().map(this::folder).collect(Collectors.toSet());
        try (Stream<Path> there = Files.list(place)) {
            List<Path> old = there.filter(path -> !stay.contains(path) && DurableFiles.isDirectory(path))
                    .filter(path ->
                            OURS.matcher(String.valueOf(path.getFileName())).matches())
                    .toList();
            for (Path path : old) {
                DurableFiles.remove(path);
            }
        }
    }

    private TreeContent steady() {
        for (int i = 0; i < TRIES; i++) {
            Optional<TreeContent> content = TreeContent.steady(tree);
            if (content.isPresent()) {
                return content.get();
            }
        }
        throw refused(RulesError.UNSTEADY, "Somebody is writing into `" + tree + "`.", "Maybe try again in a moment.");
    }

    /** What is done while nobody else writes. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) {
        synchronized (ONE_AT_A_TIME) {
            prepare();
            try (FileChannel channel = FileChannel.open(
                    place.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS)) {
                // Closing the channel ends the lock.
                channel.lock();
                finish();
                return work.run();
            } catch (IOException failure) {
                throw unusable(failure);
            }
        }
    }

    /** Ends a rollback that a crash cut: its version is the newest one. */
    private void finish() throws IOException {
        if (isBetweenVersions(tree)) {
            List<Version> all = index.read();
            Version newest = all.get(all.size() - 1);
            restored(steady(), content(newest), newest.note());
        }
    }

    private void prepare() {
        if (!Files.isDirectory(tree)) {
            // The reader of folders says it best.
            TreeContent.read(tree);
        }
        Path hidden = tree.resolve(HIDDEN);
        boolean link =
                Stream.of(hidden, place).anyMatch(path -> DurableFiles.exists(path) && !DurableFiles.isDirectory(path));
        if (link) {
            throw refused(
                    RulesError.HISTORY,
                    "`" + hidden + "` is a link or a file, not a directory.",
                    "Maybe move it away; versions stand nowhere but in the folder itself.");
        }
        try {
            Files.createDirectories(place);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private CityTwinException unusable(IOException failure) {
        return new CityTwinException(
                RulesError.HISTORY,
                "The versions in `" + place + "` cannot be read or written: `" + failure.getMessage() + "`.",
                "Maybe the disk is full, or the directory is not yours.",
                failure);
    }

    private static CityTwinException refused(ErrorCode code, String problem, String advice) {
        return new CityTwinException(code, problem, advice);
    }
}
