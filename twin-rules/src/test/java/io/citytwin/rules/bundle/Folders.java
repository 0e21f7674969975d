package io.citytwin.rules.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Copies folders of the tests to where a test may change them. */
final class Folders {

    static final String INDEX = "META-INF/citytwin/regulations.index";

    private Folders() {}

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    /** A jar with the files below a directory, each under the prefix, and an index of them. */
    static Path jar(Path directory, String prefix, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            StringBuilder index = new StringBuilder("# files of regulation folders\n");
            for (Path file : files(directory)) {
                String name = prefix + directory.relativize(file).toString().replace('\\', '/');
                index.append(name).append('\n');
                entries.putNextEntry(new JarEntry(name));
                entries.write(Files.readAllBytes(file));
            }
            entries.putNextEntry(new JarEntry(INDEX));
            entries.write(index.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return jar;
    }
}
