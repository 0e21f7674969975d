package io.citytwin.examples.milan.city;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.NearestName;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds cities: those that come with the example, and folders of anybody. Safe for use by many threads. */
public final class Cities {

    private static final String ALL = "cities";

    private Cities() {}

    /**
     * Reads the city that a user names.
     *
     * @param nameOrFolder a city that comes with the example, or a folder
     * @param current the folder from which a relative path counts
     * @return the city
     * @throws CityTwinException {@code C111} if there is no such city, {@code C114} if it has a mistake
     */
    public static City named(String nameOrFolder, Path current) {
        try {
            Path folder = current.resolve(nameOrFolder);
            if (Files.isRegularFile(folder.resolve(City.FILE))) {
                return City.open(folder);
            }
        } catch (InvalidPathException e) {
            throw unknown(nameOrFolder, names());
        }
        return within(cities -> {
            List<String> names = names(cities);
            if (!names.contains(nameOrFolder)) {
                throw unknown(nameOrFolder, names);
            }
            return City.open(cities.resolve(nameOrFolder));
        });
    }

    /**
     * The cities that come with the example.
     *
     * @return sorted
     */
    public static List<String> names() {
        return within(Cities::names);
    }

    private static List<String> names(Path cities) {
        try (Stream<Path> folders = Files.list(cities)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(City.FILE)))
                    .map(folder -> folder.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static CityTwinException unknown(String name, List<String> names) {
        return new CityTwinException(
                CoreError.NOTHING_TO_READ,
                "`" + name + "` is neither a city nor a folder with a `" + City.FILE + "`.",
                NearestName.to(name, names)
                        .map(near -> "Maybe `" + near + "`.")
                        .orElse("Maybe one of " + String.join(", ", names) + "."));
    }

    /** The folder of all cities, in the jar or among the classes; what is read from it must not outlive the call. */
    private static <T> T within(Function<Path, T> work) {
        URL found = Cities.class.getResource("/" + ALL);
        if (found == null) {
            throw unreadable(new IOException("no folder of cities on the class path"));
        }
        try {
            if (found.openConnection() instanceof JarURLConnection jar) {
                URI file = jar.getJarFileURL().toURI();
                try (FileSystem inside = FileSystems.newFileSystem(Path.of(file))) {
                    return work.apply(inside.getPath(ALL));
                }
            }
            return work.apply(Path.of(found.toURI()));
        } catch (IOException | URISyntaxException e) {
            throw unreadable(e);
        }
    }

    private static CityTwinException unreadable(Exception cause) {
        return new CityTwinException(
                CoreError.NOTHING_TO_READ,
                "The cities that come with the example cannot be read.",
                "Maybe the jar is damaged: build it again.",
                cause);
    }
}
