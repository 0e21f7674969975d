package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates, and proposes what a wrong one probably means. Safe for use by many threads. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern JOINED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Dates() {}

    static Optional<LocalDate> read(FolderReading reading, Node.Scalar scalar) {
        String text = scalar.text();
        Matcher iso = ISO.matcher(text);
        boolean matches = iso.matches();
        Optional<LocalDate> date = matches ? date(iso, 1, 2, 3) : Optional.empty();
        if (date.isEmpty()) {
            String what = matches ? " does not exist." : " is not a date of the form yyyy-mm-dd.";
            reading.error(RulesError.DATE, scalar.place(), Words.quoted(text) + what, advice(text));
        }
        return date;
    }

    static Optional<LocalDate> read(FolderReading reading, Node.Mapping mapping, String key) {
        return mapping.scalar(key).flatMap(scalar -> read(reading, scalar));
    }

    private static String advice(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            int month = Integer.parseInt(iso.group(2));
            boolean hasMonth = month >= 1 && month <= 12;
            return hasMonth
                    ? "Maybe `"
                            + YearMonth.of(Integer.parseInt(iso.group(1)), month)
                                    .atEndOfMonth() + "`."
                    : "Maybe day and month are swapped: the month stands in the middle.";
        }
        return meant(text)
                .map(date -> "Maybe `" + date + "`.")
                .orElse("Maybe write year, month and day, such as `2024-10-01`.");
    }

    private static Optional<LocalDate> meant(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return date(dayFirst, 3, 2, 1);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst, 1, 2, 3);
        }
        Matcher joined = JOINED.matcher(text);
        return joined.matches() ? date(joined, 1, 2, 3) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher match, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(match.group(year)),
                    Integer.parseInt(match.group(month)),
                    Integer.parseInt(match.group(day))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
