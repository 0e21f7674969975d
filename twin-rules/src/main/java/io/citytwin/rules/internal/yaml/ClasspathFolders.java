package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds regulation folders on the class path through index resources, since jars cannot list their directories. Safe for
 * use by many threads.
 */
public final class ClasspathFolders {

    /** The resource that lists the files of folders, one path per line. */
    public static final String INDEX = "META-INF/citytwin/regulations.index";

    /** One more than a file may have: a longer one is refused. */
    private static final int MOST = RawFolder.LARGEST_FILE + 1;

    private final URL index;
    private final SortedMap<String, SortedMap<String, byte[]>> files = new TreeMap<>();
    private final SortedMap<String, List<Problem>> problems = new TreeMap<>();

    private ClasspathFolders(URL index) {
        this.index = index;
    }

    /**
     * Reads all folders that the indexes of a class loader list.
     *
     * @param loader whose resources are read
     * @return the folders, sorted by path for each index
     */
    public static List<RawFolder> read(ClassLoader loader) {
        List<RawFolder> folders = new ArrayList<>();
        try {
            // Sorted, so that the order of the class path changes nothing.
            List<URL> indexes = new ArrayList<>(Collections.list(loader.getResources(INDEX)));
            indexes.sort((left, right) -> left.toString().compareTo(right.toString()));
            for (URL index : indexes) {
                folders.addAll(new ClasspathFolders(index).folders());
            }
        } catch (IOException failure) {
            folders.add(new RawFolder("", new TreeMap<>(), List.of(unreadable(INDEX))));
        }
        return folders;
    }

    private List<RawFolder> folders() throws IOException {
        if (unshared(index) instanceof JarURLConnection connection) {
            String root = connection
                    .getEntryName()
                    .substring(0, connection.getEntryName().lastIndexOf(INDEX));
            try (JarFile jar = connection.getJarFile()) {
                return folders(line -> bytes(jar, root + line));
            }
        }
        return folders(line -> bytes(new URL(index, "../../" + encoded(line)), MOST));
    }

    /** Reads a file that an index lists. */
    private interface Resources {
        byte[] read(String line) throws IOException, URISyntaxException;
    }

    private List<RawFolder> folders(Resources resources) throws IOException {
        List<String> lines = new String(bytes(index, MOST), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        for (String line : lines) {
            if (isInside(line) && line.endsWith("/" + RawFolder.REGULATION)) {
                files.put(line.substring(0, line.lastIndexOf('/')), new TreeMap<>());
            }
        }
        List<Problem> stray = new ArrayList<>();
        for (String line : lines) {
            folderOf(line)
                    .filter(folder -> isInside(line))
                    .ifPresentOrElse(folder -> read(folder, line, resources), () -> stray.add(unreadable(line)));
        }
        List<RawFolder> folders = new ArrayList<>();
        if (!stray.isEmpty()) {
            folders.add(new RawFolder("", new TreeMap<>(), stray));
        }
        files.forEach(
                (folder, bytes) -> folders.add(new RawFolder(folder, bytes, problems.getOrDefault(folder, List.of()))));
        return folders;
    }

    /** Whether a path stays below the root of its index. */
    private static boolean isInside(String path) {
        return Arrays.stream(path.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    private void read(String folder, String line, Resources resources) {
        try {
            byte[] bytes = resources.read(line);
            if (bytes.length > RawFolder.LARGEST_FILE) {
                throw new IOException("larger than 1 MiB");
            }
            files.computeIfAbsent(folder, none -> new TreeMap<>()).put(line.substring(folder.length() + 1), bytes);
        } catch (IOException | URISyntaxException failure) {
            problems.computeIfAbsent(folder, none -> new ArrayList<>()).add(unreadable(line));
        }
    }

    /** The nearest directory above that holds a regulation. */
    private Optional<String> folderOf(String line) {
        for (int slash = line.lastIndexOf('/'); slash > 0; slash = line.lastIndexOf('/', slash - 1)) {
            if (files.containsKey(line.substring(0, slash))) {
                return Optional.of(line.substring(0, slash));
            }
        }
        return Optional.empty();
    }

    private static String encoded(String path) throws URISyntaxException {
        return new URI(null, null, "/" + path, null).getRawPath().substring(1);
    }

    /** The first bytes of a file in a jar that is opened once for all of them. */
    private static byte[] bytes(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(MOST);
        }
    }

    /** The first bytes of a resource. */
    static byte[] bytes(URL url, int most) throws IOException {
        try (InputStream in = unshared(url).getInputStream()) {
            return in.readNBytes(most);
        }
    }

    /** Else the JVM keeps the jar open, and on Windows nobody can replace it. */
    private static URLConnection unshared(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static Problem unreadable(String file) {
        return Problem.error(
                RulesError.FILE,
                new Place(file, 1, 1),
                "`" + file + "` cannot be read, or is larger than 1 MiB.",
                "Maybe the index `" + INDEX + "` lists a file that is not there, or belongs to no regulation.yaml.");
    }
}
