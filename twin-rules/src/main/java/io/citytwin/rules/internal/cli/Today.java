package io.citytwin.rules.internal.cli;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.SystemClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The day of a call: what {@code --today} says, or the clock. Safe for use by many threads. */
final class Today {

    private static final String NAME = "--today";

    private Today() {}

    static OptionSpec option(String description) {
        return AbstractTool.text(NAME, "DATE", description);
    }

    static LocalDate of(ParseResult words) {
        return of(words, NAME);
    }

    /** The same for an option of another name. */
    static LocalDate of(ParseResult words, String name) {
        Optional<String> given = AbstractTool.option(words, name);
        try {
            return given.map(LocalDate::parse)
                    .orElseGet(() -> CivilCalendar.italy().dateOf(new SystemClock().now()));
        } catch (DateTimeException mistake) {
            throw AbstractTool.refused("`" + given.orElse("") + "` is not a day.", "Maybe write it as 2026-01-18.");
        }
    }
}
