package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.Rows;
import io.citytwin.adapter.airquality.internal.TextOfFile;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of a recorded folder, which is read as a whole or not at all. Immutable. */
final class ArchiveFile {

    private ArchiveFile() {}

    /**
     * Reads a file as it stands.
     *
     * @throws CityTwinException {@code C109} if it cannot be read, or does not have each of the columns once
     */
    static Rows open(Path path, AirFeed.Table table, List<String> columns) {
        String name = String.valueOf(path.getFileName());
        try {
            return Rows.of(name, table, TextOfFile.of(Files.readString(path)), columns);
        } catch (IOException e) {
            throw new CityTwinException(
                    CoreError.ARCHIVE,
                    "`" + name + "` cannot be read: `" + e + "`.",
                    "Maybe it is missing, or not encoded as UTF-8.",
                    e);
        } catch (CityTwinException whole) {
            throw new CityTwinException(CoreError.ARCHIVE, whole.problem(), whole.advice(), whole);
        }
    }
}
