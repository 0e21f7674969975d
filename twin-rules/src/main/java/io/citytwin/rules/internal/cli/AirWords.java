package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.ObservationArchive;
import io.citytwin.core.spi.Recording;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which recorded air a tool is to replay, and which days of it. Safe for use by many threads. */
final class AirWords {

    private static final String AIR = "--air";
    private static final String FROM = "--from";
    private static final String TO = "--to";

    private AirWords() {}

    static void describe(CommandSpec spec) {
        spec.addOption(AbstractTool.text(AIR, "DIR", "Folder of recorded observations."));
        spec.addOption(AbstractTool.text(FROM, "DATE", "First day, yyyy-mm-dd."));
        spec.addOption(AbstractTool.text(TO, "DATE", "Last day, yyyy-mm-dd."));
    }

    private static String needed(ParseResult words, String option, String tool) {
        return AbstractTool.option(words, option)
                .orElseThrow(() -> AbstractTool.refused(
                        "`" + option + "` is missing.", "Maybe look at `citytwin " + tool + " --help`."));
    }

    static List<LocalDate> days(ParseResult words, String tool) {
        LocalDate from = date(needed(words, FROM, tool));
        LocalDate to = date(needed(words, TO, tool));
        if (to.isBefore(from)) {
            throw new CityTwinException(
                    CoreError.ORDER, "`" + to + "` is before `" + from + "`.", "Maybe the two are swapped.");
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw AbstractTool.refused("`" + text + "` is not a date.", "Maybe write it like `2020-01-31`.");
        }
    }

    static Recording recording(ParseResult words, Console console, String tool) {
        Path folder = console.folder().resolve(needed(words, AIR, tool));
        return ServiceLoader.load(ObservationArchive.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(archive -> archive.reads(folder))
                .findFirst()
                .orElseThrow(() -> new CityTwinException(
                        CoreError.ARCHIVE,
                        "Nobody knows how to read `" + folder + "`.",
                        "Maybe another folder is meant, or its adapter is not on the class path."))
                .open(folder);
    }

    /** Tells of rows that could not be used. */
    static void refused(Recording recording, Console console) {
        if (!recording.refused().isEmpty()) {
            Recording.RefusedRow first = recording.refused().get(0);
            console.err()
                    .println(recording.refused().size() + " rows could not be used, the first: " + first.file() + ":"
                            + first.line() + " " + first.reason());
        }
    }
}
