package io.citytwin.rules.internal.mutate;

import io.citytwin.core.text.CsvLine;
import io.citytwin.rules.internal.mutate.Edit.Note;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of the rows of a table. For one thread at a time. */
final class TableEdits {

    private final Source source;
    private final Map<String, ParameterType.Column> columns = new LinkedHashMap<>();
    private final List<String> lines;
    private final List<Edit> edits = new ArrayList<>();

    private TableEdits(Source source, ParameterType.Table declared) {
        this.source = source;
        this.lines = source.text().lines().toList();
        declared.columns().forEach(column -> columns.put(column.name(), column));
    }

    /** Each row away, and each cell changed. */
    static List<Edit> of(Source source, ParameterType.Table declared, LawValue.OfTable table) {
        TableEdits edits = new TableEdits(source, declared);
        List<CsvLine.Cell> header = edits.lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> CsvLine.of(line).cells())
                .orElse(List.of());
        table.rows().forEach(row -> edits.row(row, header));
        return edits.edits;
    }

    private void row(LawValue.Row row, List<CsvLine.Cell> header) {
        int line = row.place().line();
        String text = lines.get(line - 1);
        List<CsvLine.Cell> cells = CsvLine.of(text).cells();
        for (int index = 0; index < Math.min(cells.size(), header.size()); index++) {
            CsvLine.Cell cell = cells.get(index);
            if (!cell.quoted()) {
                String name = header.get(index).text();
                changes(row, name, cell.text()).forEach(change -> cell(row, name, cell, change));
            }
        }
        add(new Note(row.place(), row.place().toString(), "the row is removed", "no case needs the row"), text, "");
    }

    private List<Change> changes(LawValue.Row row, String name, String text) {
        ParameterType.Column column = columns.get(name);
        if (column != null) {
            return Cells.of(column, row, text);
        } else if (name.equals("from")) {
            return Neighbours.firstDay(text);
        }
        return name.equals("last_day") ? Neighbours.lastDay(text) : List.of();
    }

    private void cell(LawValue.Row row, String column, CsvLine.Cell cell, Change change) {
        String says = Neighbours.quoted(column) + " " + Neighbours.quoted(cell.text()) + " becomes "
                + Neighbours.quoted(change.now());
        Place place = source.place(row.place().line(), cell.column());
        add(new Note(place, row.place().toString(), says, change.lacks()), cell.text(), change.now());
    }

    private void add(Note note, String before, String after) {
        int from = source.offset(note.place());
        if (source.text().startsWith(before, from)) {
            edits.add(new Edit(source, from, from + before.length(), after, note));
        }
    }
}
