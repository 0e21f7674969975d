package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables with commas between their cells, and knows the forms in which spreadsheets spoil them. For one thread at a time. */
final class Tables {

    static final String FOLDER = "tables/";
    static final String HOW_TO_SAVE =
            "Maybe save it as `CSV UTF-8` with commas between the cells and no BOM, in a program set to English numbers.";

    private final FolderReading reading;
    private final List<ParameterType.Column> columns;
    private final Cells cells;

    Tables(FolderReading reading, ParameterType.Table declared) {
        this.reading = reading;
        this.columns = declared.columns();
        this.cells = new Cells(reading);
    }

    Optional<LawValue> read(Node.Scalar name) {
        String file = FOLDER + name.text();
        if (!reading.folder().files().containsKey(file)) {
            List<String> tables = reading.folder().files().keySet().stream()
                    .filter(path -> path.startsWith(FOLDER))
                    .map(path -> path.substring(FOLDER.length()))
                    .toList();
            reading.error(
                    RulesError.FILE,
                    name.place(),
                    "There is no file " + Words.quoted(file) + ".",
                    Words.maybe(name.text(), tables));
            return Optional.empty();
        }
        return TextFile.read(reading, file).flatMap(text -> rows(file, text));
    }

    private Optional<LawValue> rows(String file, String text) {
        List<CsvLine> lines = lines(reading.folder().place(file), text);
        if (lines.isEmpty()) {
            error(RulesError.TABLE, new Place(reading.folder().place(file), 1, 1), "The table is empty.", header());
            return Optional.empty();
        }
        if (!headerFits(lines.get(0))) {
            return Optional.empty();
        }
        List<LawValue.Row> rows = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(line -> row(line).ifPresent(rows::add));
        if (lines.size() == 1) {
            error(RulesError.TABLE, lines.get(0).place(), "The table has no rows.", "Maybe they were not saved.");
        }
        return rows.size() == lines.size() - 1 ? Optional.of(new LawValue.OfTable(file, rows)) : Optional.empty();
    }

    private static List<CsvLine> lines(String file, String text) {
        List<CsvLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                lines.add(CsvLine.of(file, number, line));
            }
        }
        return lines;
    }

    private boolean headerFits(CsvLine header) {
        List<String> declared = columns.stream().map(ParameterType.Column::name).toList();
        if (header.texts().equals(declared)) {
            return true;
        }
        String first = header.cells().get(0).text();
        if (first.startsWith("sep=") || (columns.size() > 1 && header.cells().size() == 1 && separator(first) != ',')) {
            char separator = first.startsWith("sep=") ? first.charAt(first.length() - 1) : separator(first);
            String what = separator == '\t' ? "Tabs stand" : "`" + separator + "` stands";
            error(RulesError.EXCEL, header.place(), what + " between the cells, not a comma.", HOW_TO_SAVE);
        } else if (isOneQuote(header)) {
            error(RulesError.EXCEL, header.place(), "The whole row stands in quotes.", HOW_TO_SAVE);
        } else {
            String what = "The header is " + Words.quoted(String.join(",", header.texts())) + ".";
            error(RulesError.TABLE, header.place(), what, header());
        }
        return false;
    }

    private String header() {
        return "Maybe `"
                + String.join(
                        ",", columns.stream().map(ParameterType.Column::name).toList())
                + "`, as declared in parameters.yaml.";
    }

    private static char separator(String text) {
        return text.indexOf(';') >= 0 ? ';' : text.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private boolean isOneQuote(CsvLine line) {
        Node.Scalar first = line.cells().get(0);
        return columns.size() > 1
                && line.cells().size() == 1
                && !first.plain()
                && first.text().indexOf(',') >= 0;
    }

    private Optional<LawValue.Row> row(CsvLine line) {
        if (!line.closed()) {
            error(RulesError.TABLE, line.place(), "A quote is not closed.", "Maybe add `\"` at the end of the cell.");
            return Optional.empty();
        }
        if (line.cells().size() != columns.size()) {
            wrongCount(line);
            return Optional.empty();
        }
        SortedMap<String, LawValue.Cell> read = new TreeMap<>();
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Node.Scalar cell = line.cells().get(i);
            String column = columns.get(i).name();
            texts.put(column, cell.text());
            cells.read(columns.get(i), cell).ifPresent(value -> read.put(column, value));
        }
        return read.size() == columns.size()
                ? Optional.of(new LawValue.Row(read, texts, line.place()))
                : Optional.empty();
    }

    private void wrongCount(CsvLine line) {
        String count = "The row has `" + line.cells().size() + "` cells, the header `" + columns.size() + "`.";
        Optional<Node.Scalar> halved = decimalComma(line);
        if (halved.isPresent()) {
            String what = "A decimal comma cuts " + Words.quoted(halved.get().text() + ",...") + " into two cells.";
            error(RulesError.EXCEL, halved.get().place(), what, HOW_TO_SAVE);
        } else if (isOneQuote(line)) {
            error(RulesError.EXCEL, line.place(), "The whole row stands in quotes.", HOW_TO_SAVE);
        } else {
            int last = Math.min(line.cells().size(), columns.size() + 1) - 1;
            String advice = line.cells().size() > columns.size()
                    ? "Maybe a cell that contains a comma needs quotes."
                    : "Maybe a comma is missing.";
            error(RulesError.TABLE, line.cells().get(last).place(), count, advice);
        }
    }

    /** The first half of a number that was cut in two. */
    private Optional<Node.Scalar> decimalComma(CsvLine line) {
        if (line.cells().size() != columns.size() + 1) {
            return Optional.empty();
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() instanceof ParameterType.RowNumber
                    && line.cells().get(i).text().matches("-?\\d{1,18}")
                    && line.cells().get(i + 1).text().matches("\\d{1,12}")) {
                return Optional.of(line.cells().get(i));
            }
        }
        return Optional.empty();
    }

    private void error(ErrorCode code, Place place, String what, String advice) {
        reading.error(code, place, what, advice);
    }
}
