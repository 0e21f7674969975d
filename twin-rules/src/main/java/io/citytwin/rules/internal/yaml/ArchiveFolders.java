package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds regulation folders in a zip archive. One bad entry refuses the archive whole. For one thread at a time. */
public final class ArchiveFolders {

    private static final int LARGEST_ARCHIVE = 32 << 20;
    private static final int MOST_ENTRIES = 5_000;
    private static final int HIGHEST_RATIO = 100;
    private static final int SMALL = 1 << 16;

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private ArchiveFolders(String name) {
        this.name = name;
    }

    /**
     * Reads all folders of an archive. Nothing is written to disk.
     *
     * @param archive a zip file
     * @return the folders, sorted by path; only one with problems if the archive is refused
     * @throws CityTwinException {@code C111} if there is no such file
     */
    public static List<RawFolder> read(Path archive) {
        if (!Files.isRegularFile(archive)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + archive + "` is not a file.", "Maybe check the path.");
        }
        ArchiveFolders read = new ArchiveFolders(Objects.toString(archive.getFileName(), ""));
        try (InputStream in = Files.newInputStream(archive)) {
            byte[] bytes = in.readNBytes(LARGEST_ARCHIVE + 1);
            if (bytes.length > LARGEST_ARCHIVE) {
                read.refuse("", "The archive is larger than `" + (LARGEST_ARCHIVE >> 20) + "` MiB.");
            } else {
                read.unpack(ZipDirectory.read(bytes));
            }
        } catch (IOException failure) {
            read.refuse("", "The archive cannot be used: " + failure.getMessage() + ".");
        }
        return read.problems.isEmpty() ? read.folders() : List.of(new RawFolder("", new TreeMap<>(), read.problems));
    }

    private void refuse(String entry, String what) {
        String place = entry.isEmpty() ? name : entry;
        problems.add(Problem.error(
                RulesError.ARCHIVE,
                new Place(Words.plain(place), 1, 1),
                what,
                "Maybe pack the folders again with a common zip program; nothing of the archive is used."));
    }

    private void unpack(ZipDirectory directory) throws IOException {
        List<ZipDirectory.Entry> entries = directory.entries();
        if (entries.size() > MOST_ENTRIES) {
            refuse("", "The archive has more than `" + MOST_ENTRIES + "` entries.");
            return;
        }
        SortedSet<String> names = new TreeSet<>();
        long total = 0;
        for (ZipDirectory.Entry entry : entries) {
            total += entry.size();
            fault(entry).or(() -> twice(entry, names)).ifPresent(what -> refuse(entry.name(), what));
        }
        if (total > RawFolder.MOST_BYTES) {
            refuse("", "The archive unpacks to more than `" + (RawFolder.MOST_BYTES >> 20) + "` MiB.");
        }
        FileNames.collisions("", names, problems::add);
        if (!problems.isEmpty()) {
            return;
        }
        for (ZipDirectory.Entry entry : entries) {
            byte[] bytes = directory.unpack(entry);
            if (!entry.isDirectory() && !isHidden(entry.name())) {
                files.put(entry.name(), bytes);
            }
        }
    }

    private static Optional<String> twice(ZipDirectory.Entry entry, SortedSet<String> names) {
        return names.add(entry.name())
                ? Optional.empty()
                : Optional.of("The archive has two entries called " + Words.quoted(entry.name()) + ".");
    }

    private static Optional<String> fault(ZipDirectory.Entry entry) {
        String name = entry.name();
        String path = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
        List<String> parts = Arrays.asList(path.split("/", -1));
        Optional<Problem> deceptive = FileNames.fault(name, name);
        if (deceptive.isPresent()) {
            return deceptive.map(Problem::what);
        } else if (name.startsWith("/") || name.indexOf(':') >= 0) {
            return Optional.of("The entry " + Words.quoted(name) + " has an absolute path.");
        } else if (parts.stream().anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            return Optional.of("The entry " + Words.quoted(name) + " leads out of the archive.");
        } else if (parts.size() > RawFolder.DEEPEST) {
            return Optional.of("The entry lies deeper than `" + RawFolder.DEEPEST + "` directories.");
        } else if (entry.isSpecial()) {
            return Optional.of("The entry " + Words.quoted(name) + " is a link, or no plain file.");
        } else if (entry.encrypted()) {
            return Optional.of("The entry " + Words.quoted(name) + " needs a password.");
        } else if (entry.size() > RawFolder.LARGEST_FILE) {
            return Optional.of("The entry " + Words.quoted(name) + " is larger than 1 MiB.");
        }
        return entry.size() > SMALL && entry.size() / HIGHEST_RATIO > entry.packed()
                ? Optional.of("The entry " + Words.quoted(name) + " unpacks to more than `" + HIGHEST_RATIO
                        + "` times its size.")
                : Optional.empty();
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    private List<RawFolder> folders() {
        SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
        files.keySet().stream()
                .filter(file -> RawFolder.SIGNS.contains(file.substring(file.lastIndexOf('/') + 1)))
                .forEach(file -> folders.put(parent(file), new TreeMap<>()));
        files.forEach((file, bytes) -> folderOf(file, folders.keySet()).ifPresent(folder -> {
            String inside = folder.isEmpty() ? file : file.substring(folder.length() + 1);
            folders.computeIfAbsent(folder, none -> new TreeMap<>()).put(inside, bytes);
        }));
        List<RawFolder> read = new ArrayList<>();
        folders.forEach((path, content) -> {
            List<Problem> tooMany = content.size() <= RawFolder.MOST_FILES
                    ? List.of()
                    : List.of(Problem.error(
                            RulesError.FILE,
                            new Place(path, 1, 1),
                            "The folder has more than `" + RawFolder.MOST_FILES + "` files.",
                            "Maybe split it."));
            read.add(new RawFolder(path, content, tooMany));
        });
        return read;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The nearest directory above that is a folder. */
    private static Optional<String> folderOf(String file, Set<String> folders) {
        for (String at = parent(file); ; at = parent(at)) {
            if (folders.contains(at)) {
                return Optional.of(at);
            } else if (at.isEmpty()) {
                return Optional.empty();
            }
        }
    }
}
