package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds regulation folders below a directory. Safe for use by many threads. */
public final class DirectoryFolders {

    private static final int DEEPEST = 16;
    private static final List<String> SIGNS = List.of("parameters.yaml", "state.yaml", "rules.drl");

    private final Path root;
    private final List<RawFolder> folders = new ArrayList<>();

    private DirectoryFolders(Path root) {
        this.root = root;
    }

    /**
     * Reads all folders below a directory.
     *
     * @param root any directory; it may be a regulation folder itself
     * @return the folders, sorted by path
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
        return found.folders.stream()
                .sorted((left, right) -> left.path().compareTo(right.path()))
                .toList();
    }

    private void search(Path directory, int depth) {
        List<Path> children = children(directory);
        if (has(children, RawFolder.REGULATION) || SIGNS.stream().anyMatch(sign -> has(children, sign))) {
            folders.add(new Reading(directory).read());
        }
        for (Path child : children) {
            if (depth < DEEPEST && isDirectory(child)) {
                search(child, depth + 1);
            }
        }
    }

    private static boolean has(List<Path> children, String name) {
        return children.stream().anyMatch(child -> nameOf(child).equals(name));
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> !nameOf(child).startsWith("."))
                    .sorted((left, right) -> nameOf(left).compareTo(nameOf(right)))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String nameOf(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }

    private static String slashed(Path from, Path to) {
        return from.relativize(to).toString().replace('\\', '/');
    }

    /** One folder being read. */
    private final class Reading {

        private final Path folder;
        private final String path;
        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private int seen;

        Reading(Path folder) {
            this.folder = folder;
            this.path = slashed(root, folder);
        }

        RawFolder read() {
            collect(folder, 0);
            if (seen > RawFolder.MOST_FILES) {
                refuse("", "The folder has more than `" + RawFolder.MOST_FILES + "` files.", "Maybe split it.");
            }
            return new RawFolder(path, files, problems);
        }

        private void collect(Path directory, int depth) {
            for (Path child : children(directory)) {
                if (seen > RawFolder.MOST_FILES) {
                    return;
                } else if (isDirectory(child)) {
                    if (depth < DEEPEST && !has(children(child), RawFolder.REGULATION)) {
                        collect(child, depth + 1);
                    }
                } else {
                    seen++;
                    file(child);
                }
            }
        }

        private void file(Path file) {
            String name = slashed(folder, file);
            try {
                if (!file.toRealPath().startsWith(folder.toRealPath())) {
                    refuse(name, "`" + name + "` is a link that leads out of the folder.", "Maybe copy the file.");
                } else if (Files.isRegularFile(file)) {
                    bytes(name, file);
                }
            } catch (IOException failure) {
                refuse(name, "`" + name + "` cannot be read.", "Maybe it is a link to nothing, or may not be opened.");
            }
        }

        private void bytes(String name, Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(RawFolder.LARGEST_FILE + 1);
                if (bytes.length > RawFolder.LARGEST_FILE) {
                    refuse(name, "`" + name + "` is larger than 1 MiB.", "Maybe it does not belong here; or split it.");
                } else {
                    files.put(name, bytes);
                }
            }
        }

        private void refuse(String name, String what, String advice) {
            String place = path.isEmpty() || name.isEmpty() ? path + name : path + "/" + name;
            problems.add(Problem.error(RulesError.FILE, new Place(place, 1, 1), what, advice));
        }
    }
}
