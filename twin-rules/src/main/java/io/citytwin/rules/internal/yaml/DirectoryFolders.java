package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds regulation folders below a directory, within limits. For one thread at a time. */
public final class DirectoryFolders {

    private static final int MOST_CHILDREN = 10_000;

    private final Path root;
    private final List<RawFolder> folders = new ArrayList<>();
    private final List<Problem> strays = new ArrayList<>();
    private long bytes;

    private DirectoryFolders(Path root) {
        this.root = root;
    }

    /**
     * Reads all folders below a directory.
     *
     * @param root any directory; it may be a regulation folder itself
     * @return the folders, sorted by path; what is wrong outside of them stands in one without files
     * @throws CityTwinException {@code C111} if there is no such directory
     */
    public static List<RawFolder> read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + root + "` is not a directory.",
                    "Maybe check the path, it is taken from `" + Path.of("").toAbsolutePath() + "`.");
        }
        DirectoryFolders found = new DirectoryFolders(root);
        found.search(root, 0);
        if (!found.strays.isEmpty()) {
            found.folders.add(new RawFolder("", new TreeMap<>(), found.strays));
        }
        return found.folders.stream()
                .sorted(Comparator.comparing(RawFolder::path))
                .toList();
    }

    private void search(Path directory, int depth) {
        List<Path> children = children(directory).orElse(List.of());
        if (RawFolder.SIGNS.stream().anyMatch(sign -> has(children, sign)) && !folder(directory)) {
            return;
        }
        for (Path child : children) {
            if (isDirectory(child) && depth < RawFolder.DEEPEST) {
                search(child, depth + 1);
            } else if (isDirectory(child) && strays.isEmpty()) {
                strays.add(stray(child, Severity.WARNING, "Nobody looks deeper than this directory."));
            }
        }
    }

    /** Reads a folder; false if it is one too many. */
    private boolean folder(Path directory) {
        RawFolder folder = new FolderFiles(slashed(root, directory), directory).read();
        bytes += folder.size();
        boolean tooMany = folders.size() >= RawFolder.MOST_FOLDERS || bytes > RawFolder.MOST_BYTES;
        if (tooMany) {
            String what = "There are more than `" + RawFolder.MOST_FOLDERS + "` folders, or `"
                    + (RawFolder.MOST_BYTES >> 20) + "` MiB; this one is not read.";
            strays.add(stray(directory, Severity.ERROR, what));
        } else {
            folders.add(folder);
        }
        return !tooMany;
    }

    private Problem stray(Path directory, Severity severity, String what) {
        Place place = new Place(Words.plain(slashed(root, directory)), 1, 1);
        return new Problem(
                RulesError.TOO_MUCH, severity, place, what, "Maybe open a directory nearer to the regulations.");
    }

    static boolean has(List<Path> children, String name) {
        return children.stream().anyMatch(child -> nameOf(child).equals(name));
    }

    /** What stands in a directory, sorted, without hidden files; empty if nobody can tell or it is far too much. */
    static Optional<List<Path>> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            List<Path> first = children.filter(child -> !nameOf(child).startsWith("."))
                    .limit(MOST_CHILDREN + 1L)
                    .sorted(Comparator.comparing(DirectoryFolders::nameOf))
                    .toList();
            return first.size() > MOST_CHILDREN ? Optional.empty() : Optional.of(first);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String nameOf(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }

    static String slashed(Path from, Path to) {
        String separator = from.getFileSystem().getSeparator();
        return from.relativize(to).toString().replace(separator, "/");
    }
}
