package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the pages of reports. Safe for use by many threads. */
final class ReportFile {

    private ReportFile() {}

    static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException failure) {
            throw new CityTwinException(
                    RulesError.REPORT,
                    "`" + file + "` cannot be written.",
                    "Maybe its folder does not exist, or is write-protected.",
                    failure);
        }
    }
}
