package io.citytwin.core.spi;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Opens journals that lie in files, for reading only, found by {@link ServiceLoader}. Safe for use by many threads.
 *
 * <p>Commands look at a city through this, while the city goes on writing.
 */
public interface JournalFiles {

    /**
     * Opens a file with whatever on the class path reads it.
     *
     * @param file of a journal
     * @param keys the folder of the keys of periods; without one, personal entries and marks are left out
     * @return a journal to close
     * @throws CityTwinException {@code C111} if the file or the folder is not there, {@code C119} if nobody reads such a
     *     file; whoever reads it may refuse it with a code of its own
     */
    static Journal read(Path file, Optional<Path> keys) {
        if (!Files.isRegularFile(file)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ, "`" + file + "` is no file.", "Maybe it is in another folder.");
        }
        return ServiceLoader.load(JournalFiles.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(files -> files.reads(file))
                .findFirst()
                .orElseThrow(() -> new CityTwinException(
                        CoreError.JOURNAL_FILE,
                        "Nobody knows how to read `" + file + "` as a journal.",
                        "Maybe another file is meant, or its adapter is not on the class path."))
                .open(file, keys);
    }

    /**
     * Whether a file looks like a journal of this kind.
     *
     * @param file any
     * @return true if {@link #open} may be able to read it
     */
    boolean reads(Path file);

    /**
     * Opens a journal beside whoever writes to it. Adding and forgetting are refused. What is appended meanwhile is seen by
     * the next reading.
     *
     * @param file that {@link #reads} accepted
     * @param keys the folder of the keys of periods; without one, personal entries and marks are left out
     * @return a journal to close
     * @throws CityTwinException {@code C111} if there is no such folder; a code of the adapter if the file cannot be read
     */
    Journal open(Path file, Optional<Path> keys);
}
