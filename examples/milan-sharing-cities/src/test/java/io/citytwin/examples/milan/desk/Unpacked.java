package io.citytwin.examples.milan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The distribution, unpacked.
 *
 * @param folder with the launcher
 */
record Unpacked(Path folder) {

    /** The folder of the whole project. */
    static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** The only distribution that `package` made. */
    static Path zip() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> zips = files.filter(file -> file.getFileName().toString().matches("citytwin-.*\\.zip"))
                    .toList();
            assertThat(zips).hasSize(1);
            return zips.get(0);
        }
    }

    /** Unpacks it below a directory, with the permissions that it gives. */
    static Unpacked into(Path directory) throws IOException {
        // By its path, not by its URI, of which a Java machine has one at a time.
        try (FileSystem files = FileSystems.newFileSystem(zip(), Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> entries = Files.walk(files.getPath("/"))) {
            for (Path entry : entries.toList()) {
                Path place = directory.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(entry, place, StandardCopyOption.COPY_ATTRIBUTES);
                    Files.setPosixFilePermissions(place, Files.getPosixFilePermissions(entry));
                }
            }
        }
        try (Stream<Path> roots = Files.list(directory)) {
            return new Unpacked(
                    roots.filter(root -> root.getFileName().toString().startsWith("citytwin-"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** Copies files of the project to the same path below another directory. */
    static void copy(String folder, Path to) throws IOException {
        copy(TOP.resolve(folder), to.resolve(folder));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
        }
    }
}
