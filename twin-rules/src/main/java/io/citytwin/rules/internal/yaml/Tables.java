package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tables with commas between their cells, and knows the forms in which spreadsheets spoil them. For one thread at a time. */
final class Tables {

    static final String FOLDER = "tables/";
    static final String HOW_TO_SAVE =
            "Maybe save it as `CSV UTF-8` with commas between the cells and no BOM, in a program set to English numbers.";

    private final FolderReading reading;
    private final String table;
    private final List<ParameterType.Column> columns;
    private final ValidityReader validity;

    /** The rows of the parameter {@code table}. */
    Tables(FolderReading reading, String table, ParameterType.Table declared, ValidityReader validity) {
        this.reading = reading;
        this.table = table;
        this.columns = declared.columns();
        this.validity = validity;
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
        Optional<TableHeader> header = TableHeader.of(lines.get(0), columns);
        if (header.isEmpty()) {
            otherHeader(lines.get(0));
            return Optional.empty();
        }
        return header.filter(one -> one.check(reading)).flatMap(one -> rows(file, one, lines));
    }

    private Optional<LawValue> rows(String file, TableHeader header, List<CsvLine> lines) {
        RowReader reader = new RowReader(reading, table, header, validity);
        List<LawValue.Row> rows = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(line -> reader.read(line).ifPresent(rows::add));
        if (lines.size() == 1) {
            error(RulesError.TABLE, lines.get(0).place(), "The table has no rows.", "Maybe they were not saved.");
        }
        reader.checkPeriods();
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

    private void otherHeader(CsvLine header) {
        String first = header.cells().get(0).text();
        Optional<Node.Scalar> stranger = TableHeader.stranger(header, columns);
        if (first.startsWith("sep=") || (columns.size() > 1 && header.cells().size() == 1 && separator(first) != ',')) {
            char separator = first.startsWith("sep=") ? first.charAt(first.length() - 1) : separator(first);
            String what = separator == '\t' ? "Tabs stand" : "`" + separator + "` stands";
            error(RulesError.EXCEL, header.place(), what + " between the cells, not a comma.", HOW_TO_SAVE);
        } else if (columns.size() > 1 && header.isOneQuote()) {
            error(RulesError.EXCEL, header.place(), "The whole row stands in quotes.", HOW_TO_SAVE);
        } else if (stranger.isPresent()) {
            String name = stranger.get().text();
            String what = Words.quoted(name) + " is neither a declared column nor one that dates the rows.";
            error(RulesError.TABLE, stranger.get().place(), what, Words.maybe(name, TableHeader.dates()));
        } else {
            String what = "The header is " + Words.quoted(String.join(",", header.texts())) + ".";
            error(RulesError.TABLE, header.place(), what, header());
        }
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

    private void error(ErrorCode code, Place place, String what, String advice) {
        reading.error(code, place, what, advice);
    }
}
