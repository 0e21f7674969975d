package io.citytwin.adapter.airquality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Real files beside the project, which are not part of it. */
final class SharedData {

    private SharedData() {}

    /** A folder or file below {@code shared/data}; without it the test is skipped, and says so. */
    static Path find(String place) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data").resolve(place))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "No `shared/data/" + place + "` above this module: the real files are not read.");
        return found.orElseThrow();
    }
}
