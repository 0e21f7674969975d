package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.HourWindow;
import io.citytwin.core.time.Season;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the cells of a table by the kind of their column. For one thread at a time. */
final class Cells {

    private static final Pattern DATE_LIKE = Pattern.compile(
            "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{1,2}[-/ ]\\p{L}{3,4}(?:[-/ ]\\d{2,4})?|\\p{L}{3,4}[-/ ]\\d{2,4}");

    private final FolderReading reading;

    Cells(FolderReading reading) {
        this.reading = reading;
    }

    Optional<LawValue.Cell> read(ParameterType.Column column, Node.Scalar cell) {
        if (column.kind() instanceof ParameterType.RowText) {
            return Optional.of(new LawValue.TextCell(cell.text()));
        }
        if (cell.text().isEmpty()) {
            String what = "The cell of `" + column.name() + "` is empty.";
            reading.error(RulesError.TABLE, cell.place(), what, "Maybe write the value out: nothing is ever assumed.");
            return Optional.empty();
        }
        if (column.kind() instanceof ParameterType.OneName kind) {
            return oneName(kind.of(), cell).map(LawValue.NameCell::new);
        } else if (column.kind() instanceof ParameterType.SomeNames kind) {
            return someNames(kind.of(), cell);
        } else if (isDateLike(cell.text())) {
            spreadsheetDate(cell);
            return Optional.empty();
        } else if (column.kind() instanceof ParameterType.RowNumber kind) {
            return number(kind, cell);
        } else if (column.kind() instanceof ParameterType.RowHours) {
            return reading.reading(
                    RulesError.WINDOW, cell.place(), () -> new LawValue.HoursCell(HourWindow.parse(cell.text())));
        } else if (column.kind() instanceof ParameterType.RowSeason) {
            return reading.reading(
                    RulesError.WINDOW, cell.place(), () -> new LawValue.SeasonCell(Season.parse(cell.text())));
        }
        return flag(cell);
    }

    private Optional<LawValue.Cell> number(ParameterType.RowNumber kind, Node.Scalar cell) {
        if (cell.text().matches("-?\\d{1,18},\\d{1,12}")) {
            String what = Words.quoted(cell.text()) + " is written with a decimal comma.";
            String advice = "Maybe `" + cell.text().replace(',', '.') + "`; set the program to English numbers.";
            reading.error(RulesError.EXCEL, cell.place(), what, advice);
            return Optional.empty();
        }
        return ValueReader.number(reading, cell, kind.unit()).map(LawValue.NumberCell::new);
    }

    private Optional<LawValue.Cell> flag(Node.Scalar cell) {
        String text = cell.text();
        if (text.equals("TRUE") || text.equals("FALSE")) {
            String what = "`" + text + "` is a spreadsheet's own form of yes and no.";
            String small = text.toLowerCase(Locale.ROOT);
            reading.error(RulesError.EXCEL, cell.place(), what, "Maybe `" + small + "`, in a column of text.");
            return Optional.empty();
        }
        return ValueReader.flag(reading, cell).map(LawValue.FlagCell::new);
    }

    private Optional<Integer> oneName(ValueType.Names of, Node.Scalar cell) {
        int position = of.names().indexOf(cell.text());
        if (position < 0) {
            unknown(of, cell, cell.text());
            return Optional.empty();
        }
        return Optional.of(position);
    }

    private Optional<LawValue.Cell> someNames(ValueType.Names of, Node.Scalar cell) {
        BitSet positions = new BitSet();
        for (String word : cell.text().split("\\s+")) {
            Optional<BitSet> covered = covered(of, word);
            if (covered.isEmpty()) {
                unknown(of, cell, word);
                return Optional.empty();
            }
            positions.or(covered.get());
        }
        return Optional.of(new LawValue.NamesCell(positions));
    }

    /** The positions that a name or a range {@code a-b} covers. */
    private static Optional<BitSet> covered(ValueType.Names of, String word) {
        List<String> names = of.names();
        if (names.contains(word)) {
            return Optional.of(range(of, names.indexOf(word), names.indexOf(word)));
        }
        // A name may contain a hyphen itself, such as 6D-TEMP.
        for (int hyphen = word.indexOf('-'); of.ordered() && hyphen >= 0; hyphen = word.indexOf('-', hyphen + 1)) {
            int low = names.indexOf(word.substring(0, hyphen));
            int high = names.indexOf(word.substring(hyphen + 1));
            if (low >= 0 && high >= low) {
                return Optional.of(range(of, low, high));
            }
        }
        return Optional.empty();
    }

    /** The upper end covers the names after it that start with its own: 5 covers 5A and 5B. */
    private static BitSet range(ValueType.Names of, int low, int high) {
        String upper = of.names().get(high);
        int end = high + 1;
        while (of.ordered() && end < of.names().size() && of.names().get(end).startsWith(upper)) {
            end++;
        }
        BitSet positions = new BitSet();
        positions.set(low, end);
        return positions;
    }

    private void unknown(ValueType.Names of, Node.Scalar cell, String word) {
        if (isDateLike(cell.text())) {
            spreadsheetDate(cell);
            return;
        }
        boolean range = of.ordered() && word.indexOf('-') > 0;
        String what = Words.quoted(word) + " is not " + (range ? "a range of `" : "a `") + of.list() + "`.";
        reading.error(
                RulesError.UNKNOWN_NAME,
                cell.place(),
                what,
                range
                        ? "Maybe from the first to the last of " + Words.listed(of.names()) + "."
                        : Words.maybe(word, of.names()));
    }

    private static boolean isDateLike(String text) {
        return text.length() < 20 && DATE_LIKE.matcher(text).matches();
    }

    private void spreadsheetDate(Node.Scalar cell) {
        reading.error(
                RulesError.EXCEL,
                cell.place(),
                Words.quoted(cell.text()) + " is a date as spreadsheets write it.",
                "Maybe it was a range such as `1-10`: format the column as text before you type.");
    }
}
