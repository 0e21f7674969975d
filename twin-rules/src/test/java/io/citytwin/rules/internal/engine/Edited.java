package io.citytwin.rules.internal.engine;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Folders of the tests with some of their text replaced. */
final class Edited {

    private final Path root;

    private Edited(Path root) {
        this.root = root;
    }

    /** A copy of a directory of regulation folders in another directory. */
    static Edited copy(String resource, Path to) {
        Path from = Path.of("src/test/resources", resource);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Edited(to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Replaces a text, which must be there. */
    Edited with(String file, String text, String by) {
        try {
            Path path = root.resolve(file);
            String before = Files.readString(path);
            if (!before.contains(text)) {
                throw new IllegalArgumentException("`" + file + "` does not contain `" + text + "`");
            }
            Files.writeString(path, before.replace(text, by));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<Regulation> regulations() {
        RegulationBundle bundle = RegulationBundle.directory(root);
        if (!bundle.report().errors().isEmpty()) {
            throw new IllegalStateException(bundle.report().text());
        }
        return bundle.regulations();
    }
}
