package io.citytwin.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that holds this test: its folders and its compiled classes. */
final class Checkout {

    static final String ROOT = "io.citytwin";

    private Checkout() {}

    /** The top folder. */
    static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "No `mvnw` above `%s`.".formatted(Path.of("").toAbsolutePath()));
            }
            folder = parent;
        }
        return folder;
    }

    /** All files below `folder`, without what the build made. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().matches("(.*[/\\\\])?target[/\\\\].*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list `%s`.".formatted(folder), e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read `%s`.".formatted(file), e);
        }
    }

    /** The main classes of all modules, without tests. */
    static JavaClasses mainClasses() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(ROOT);
    }
}
