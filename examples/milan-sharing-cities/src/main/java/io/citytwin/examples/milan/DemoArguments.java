package io.citytwin.examples.milan;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.NearestName;
import io.citytwin.examples.milan.report.Period;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words after {@code citytwin demo}. Immutable.
 *
 * @param air folder of an archive; empty for a generated winter
 * @param from first day of the report; empty for the first day of the data
 * @param to last day of the report; empty for the last day of the data
 * @param report file to write; empty for the default
 */
record DemoArguments(Optional<Path> air, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Path> report) {

    static final String HELP = """
            citytwin demo [--air DIR] [--from DATE --to DATE] [--report FILE]

            Prints a winter in Lombardy under its anti-smog regulation: levels with their reasons, the
            values and sources used, one decision explained. Writes the same as one HTML file.

              --air DIR      a folder of daily PM10, such as pulvirus_2019_2020; without it a winter is
                             GENERATED, and labelled so
              --from DATE    first day shown, such as 2019-10-01 (default: the first day of the data)
              --to DATE      last day shown (default: the last day of the data)
              --report FILE  the HTML file (default: report/winter.html below the current folder, or
                             report/winter-GENERATED.html)""";

    private static final List<String> NAMES = List.of("--air", "--from", "--to", "--report");

    static DemoArguments of(List<String> words, Path folder) {
        SortedMap<String, String> given = new TreeMap<>();
        for (int at = 0; at < words.size(); at += 2) {
            String name = words.get(at);
            if (!NAMES.contains(name)) {
                throw refused(
                        "`" + name + "` is not an option of `demo`.",
                        NearestName.to(name, NAMES)
                                .map(near -> "Maybe `" + near + "`.")
                                .orElse("Maybe one of " + String.join(", ", NAMES) + "."));
            }
            if (at + 1 == words.size() || given.containsKey(name)) {
                throw refused(
                        "`" + name + "` needs one value.", "Maybe see `citytwin demo --help` for how to write it.");
            }
            given.put(name, words.get(at + 1));
        }
        return new DemoArguments(
                Optional.ofNullable(given.get("--air")).map(text -> path(text, folder)),
                Optional.ofNullable(given.get("--from")).map(DemoArguments::date),
                Optional.ofNullable(given.get("--to")).map(DemoArguments::date),
                Optional.ofNullable(given.get("--report")).map(text -> path(text, folder)));
    }

    private static Path path(String text, Path folder) {
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new CityTwinException(
                    CoreError.USAGE, "`" + text + "` is not a path.", "Maybe quote it for your shell.", e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CityTwinException(
                    CoreError.USAGE,
                    "`" + text + "` is not a date.",
                    "Maybe write year, month and day, such as `2019-01-31`.",
                    e);
        }
    }

    /** The days to show, which must lie in the data. */
    Period period(Period data) {
        LocalDate first = from.orElse(data.from());
        LocalDate last = to.orElse(data.to());
        if (first.isAfter(last)) {
            throw new CityTwinException(
                    CoreError.ORDER, "`" + first + "` is after `" + last + "`.", "Maybe swap --from and --to.");
        }
        if (!data.contains(first) || !data.contains(last)) {
            throw refused(
                    "`" + new Period(first, last) + "` does not lie in the data, which has `" + data + "`.",
                    "Maybe leave out --from and --to to see all of it.");
        }
        return new Period(first, last);
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.USAGE, problem, advice);
    }
}
