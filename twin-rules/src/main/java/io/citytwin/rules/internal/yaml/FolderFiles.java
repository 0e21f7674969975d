package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of one folder, each once. For one thread at a time. */
final class FolderFiles {

    private final String path;
    private final Path folder;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int seen;

    /** The folder whose places start with a path. */
    FolderFiles(String path, Path folder) {
        this.path = path;
        this.folder = folder;
    }

    RawFolder read() {
        collect(folder, 0);
        if (seen > RawFolder.MOST_FILES) {
            refuse(
                    RulesError.FILE,
                    "",
                    "The folder has more than `" + RawFolder.MOST_FILES + "` files.",
                    "Maybe split it.");
        }
        FileNames.collisions(path.isEmpty() ? "" : path + "/", files.keySet(), problems::add);
        return new RawFolder(path, files, problems);
    }

    private void collect(Path directory, int depth) {
        Optional<List<Path>> children = DirectoryFolders.children(directory);
        if (children.isEmpty()) {
            String name = name(directory);
            refuse(
                    RulesError.FILE,
                    name,
                    "The directory " + Words.quoted(name) + " cannot be read.",
                    "Maybe leave it.");
        }
        for (Path child : children.orElse(List.of())) {
            if (seen > RawFolder.MOST_FILES) {
                return;
            } else if (!DirectoryFolders.isDirectory(child)) {
                seen++;
                file(child);
            } else if (depth == RawFolder.DEEPEST) {
                String what = "The folder is deeper than `" + RawFolder.DEEPEST + "` directories.";
                refuse(RulesError.TOO_MUCH, name(child), what, "Maybe its files can lie nearer.");
            } else if (!isFolder(child)) {
                collect(child, depth + 1);
            }
        }
    }

    private static boolean isFolder(Path directory) {
        return DirectoryFolders.has(DirectoryFolders.children(directory).orElse(List.of()), RawFolder.REGULATION);
    }

    private void file(Path file) {
        String name = name(file);
        Optional<Problem> fault = FileNames.fault(place(name), name);
        fault.ifPresent(problems::add);
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                String what = Words.quoted(name) + " is a link that leads out of the folder.";
                refuse(RulesError.FILE, name, what, "Maybe copy the file.");
            } else if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                String what = Words.quoted(name) + " is no plain file.";
                refuse(RulesError.FILE_NAME, name, what, "Maybe it is a pipe, a device or a link to a directory.");
            } else if (fault.isEmpty()) {
                bytes(name, real);
            }
        } catch (IOException failure) {
            String what = Words.quoted(name) + " cannot be read.";
            refuse(RulesError.FILE, name, what, "Maybe it is a link to nothing, or may not be opened.");
        }
    }

    private void bytes(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, unfollowed(file))) {
            byte[] bytes = in.readNBytes(RawFolder.LARGEST_FILE + 1);
            if (bytes.length > RawFolder.LARGEST_FILE) {
                String what = Words.quoted(name) + " is larger than 1 MiB.";
                refuse(RulesError.FILE, name, what, "Maybe it does not belong here; or split it.");
            } else {
                files.put(name, bytes);
            }
        }
    }

    /** A file system inside a jar has no links, and refuses to be told not to follow them. */
    private static OpenOption[] unfollowed(Path file) {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS}
                : new OpenOption[0];
    }

    private String name(Path file) {
        return DirectoryFolders.slashed(folder, file);
    }

    private String place(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "/" + name;
    }

    private void refuse(RulesError code, String name, String what, String advice) {
        problems.add(Problem.error(code, new Place(Words.plain(place(name)), 1, 1), what, advice));
    }
}
