package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The made-up folder of smoke rules, or a copy of it whose cases are changed. */
public final class Northland {

    public static final Path FOLDER = Path.of("src/test/resources/verify/northland");
    public static final String ID = "xx.northland.smoke";

    private static final String CASES = "smoke-rules/cases";

    private final Path copy;

    private Northland(Path copy) {
        this.copy = copy;
    }

    /** A copy that can be changed. */
    public static Northland copiedTo(Path directory) {
        for (Path file : files(FOLDER)) {
            write(directory.resolve(FOLDER.relativize(file).toString()), read(file));
        }
        return new Northland(directory);
    }

    public Path path() {
        return copy;
    }

    public Northland withoutCases() {
        for (Path file : files(copy.resolve(CASES))) {
            try {
                Files.delete(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return this;
    }

    public Northland withCase(String text) {
        write(copy.resolve(CASES).resolve("one.yaml"), text);
        return this;
    }

    public Northland changed(String file, String from, String to) {
        Path changed = copy.resolve("smoke-rules").resolve(file);
        String text = read(changed);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("`" + file + "` does not contain `" + from + "`");
        }
        write(changed, text.replace(from, to));
        return this;
    }

    public Northland renamed(String file, String to) {
        try {
            Files.move(
                    copy.resolve("smoke-rules").resolve(file),
                    copy.resolve("smoke-rules").resolve(to));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    public Northland changedTo(String file, String text) {
        write(copy.resolve("smoke-rules").resolve(file), text);
        return this;
    }

    /** What comes of the cases of the smoke rules. */
    public CaseReport run() {
        RegulationBundle bundle = RegulationBundle.directory(copy);
        return Cases.run(bundle, bundle.find(ID).orElseThrow());
    }

    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
