package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.ParameterType.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first line of a table: the declared columns in their order, and maybe columns that date each row. Immutable.
 *
 * @param names what stands in the line
 * @param columns the declared column of each cell; empty for a column that dates the row
 */
record TableHeader(List<Node.Scalar> names, List<Optional<Column>> columns) {

    static final String FROM = "from";

    /** What a row with dates must say. */
    static final List<String> NEEDED = List.of(FROM, "source", "confidence");

    private static final List<String> DATES =
            List.of(FROM, "last_day", "published", "moves", "source", "confidence", "row", "note", "conflict");

    /** Copies the lists. */
    TableHeader {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** Whether a declared column of this name would hide what dates a row. */
    static boolean isTaken(String column) {
        return DATES.contains(column) && !column.equals("row") && !column.equals("note");
    }

    /** The header, if it holds the declared columns in their order and else only columns that date the row. */
    static Optional<TableHeader> of(CsvLine line, List<Column> declared) {
        List<Optional<Column>> columns = new ArrayList<>();
        int next = 0;
        for (Node.Scalar name : line.cells()) {
            boolean isNext = next < declared.size() && declared.get(next).name().equals(name.text());
            if (!isNext && !DATES.contains(name.text())) {
                return Optional.empty();
            }
            columns.add(isNext ? Optional.of(declared.get(next)) : Optional.empty());
            next += isNext ? 1 : 0;
        }
        return next == declared.size() ? Optional.of(new TableHeader(line.cells(), columns)) : Optional.empty();
    }

    /** The first name that is neither declared nor dates the row, where only such names are too many. */
    static Optional<Node.Scalar> stranger(CsvLine line, List<Column> declared) {
        List<String> known = declared.stream().map(Column::name).toList();
        List<Node.Scalar> others = line.cells().stream()
                .filter(name -> !known.contains(name.text()) && !DATES.contains(name.text()))
                .toList();
        return line.texts().containsAll(known) ? others.stream().findFirst() : Optional.empty();
    }

    static List<String> dates() {
        return DATES;
    }

    boolean isDated() {
        return dated().stream().anyMatch(name -> name.text().equals(FROM));
    }

    private List<Node.Scalar> dated() {
        List<Node.Scalar> dated = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.get(i).isEmpty()) {
                dated.add(names.get(i));
            }
        }
        return dated;
    }

    /** Whether the columns that date the row make sense together; says why if not. */
    boolean check(FolderReading reading) {
        List<Node.Scalar> dated = dated();
        List<String> words = dated.stream().map(Node.Scalar::text).toList();
        for (int i = 0; i < dated.size(); i++) {
            if (words.indexOf(words.get(i)) < i) {
                reading.error(
                        RulesError.DUPLICATE,
                        dated.get(i).place(),
                        "`" + words.get(i) + "` stands twice in the header.",
                        "Maybe remove one of the two.");
                return false;
            }
        }
        Optional<String> missing =
                NEEDED.stream().filter(name -> !words.contains(name)).findFirst();
        if (dated.isEmpty() || missing.isEmpty()) {
            return true;
        }
        Node.Scalar first = dated.get(Math.max(0, words.indexOf(FROM)));
        reading.error(
                RulesError.TABLE,
                first.place(),
                "The column `" + first.text() + "` is of no use without `" + missing.get() + "`.",
                "Maybe add the column `" + missing.get() + "`: rows with dates have `from`, `source`, `confidence`.");
        return false;
    }

    /** What dates a row, in the form in which YAML files say it. */
    Node.Mapping datesOf(CsvLine line) {
        List<Node.Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.get(i).isEmpty()) {
                entries.add(new Node.Entry(names.get(i), line.cells().get(i)));
            }
        }
        return new Node.Mapping(entries, line.place());
    }
}
