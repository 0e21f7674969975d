package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Validity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the rows of one table, and looks at those with the same cells together. For one thread at a time. */
final class RowReader {

    private final FolderReading reading;
    private final String table;
    private final TableHeader header;
    private final Cells cells;
    private final ValidityReader validity;
    private final Map<SortedMap<String, LawValue.Cell>, List<Periods.Read>> periods = new LinkedHashMap<>();
    private final Map<SortedMap<String, LawValue.Cell>, String> subjects = new LinkedHashMap<>();

    RowReader(FolderReading reading, String table, TableHeader header, ValidityReader validity) {
        this.reading = reading;
        this.table = table;
        this.header = header;
        this.cells = new Cells(reading);
        this.validity = validity;
    }

    /** A row; empty if something in it was reported. */
    Optional<LawValue.Row> read(CsvLine line) {
        if (!line.closed()) {
            error(line.place(), "A quote is not closed.", "Maybe add `\"` at the end of the cell.");
            return Optional.empty();
        }
        int columns = header.columns().size();
        if (line.cells().size() != columns) {
            wrongCount(line);
            return Optional.empty();
        }
        SortedMap<String, LawValue.Cell> read = new TreeMap<>();
        SortedMap<String, String> texts = new TreeMap<>();
        List<String> subject = new ArrayList<>();
        int declared = 0;
        for (int i = 0; i < columns; i++) {
            Node.Scalar cell = line.cells().get(i);
            Optional<ParameterType.Column> column = header.columns().get(i);
            if (column.isPresent()) {
                declared++;
                subject.add(cell.text());
                texts.put(column.get().name(), cell.text());
                cells.read(column.get(), cell)
                        .ifPresent(value -> read.put(column.get().name(), value));
            }
        }
        Optional<Validity> dates = header.isDated() ? dates(line, read, String.join(",", subject)) : Optional.empty();
        return read.size() == declared && dates.isPresent() == header.isDated()
                ? Optional.of(new LawValue.Row(read, texts, dates, line.place()))
                : Optional.empty();
    }

    private Optional<Validity> dates(CsvLine line, SortedMap<String, LawValue.Cell> cells, String words) {
        Node.Mapping dates = header.datesOf(line);
        TableHeader.NEEDED.forEach(name -> needed(dates, name));
        dates.scalar("confidence").ifPresent(this::checkConfidence);
        String subject = "`" + table + "` for " + Words.quoted(words);
        Optional<Periods.Read> read = validity.read(dates, subject);
        read.ifPresent(one -> {
            periods.computeIfAbsent(cells, none -> new ArrayList<>()).add(one);
            subjects.putIfAbsent(cells, subject);
        });
        return read.map(Periods.Read::validity);
    }

    private void needed(Node.Mapping dates, String name) {
        if (dates.scalar(name).isEmpty()) {
            Node cell = dates.get(name).orElseThrow();
            reading.error(
                    name.equals(TableHeader.FROM) ? RulesError.TABLE : RulesError.SOURCE,
                    cell.place(),
                    "The cell of `" + name + "` is empty.",
                    "Maybe write it out: each row of this table has its own dates, act and confidence.");
        }
    }

    private void checkConfidence(Node.Scalar word) {
        if (Confidence.of(word.text()).isEmpty()) {
            List<String> labels =
                    Arrays.stream(Confidence.values()).map(Confidence::label).toList();
            String what = Words.quoted(word.text()) + " cannot stand for `confidence`.";
            reading.error(RulesError.SOURCE, word.place(), what, Words.maybe(word.text(), labels));
        }
    }

    /** Rows with the same cells follow upon each other as the values of a parameter do. */
    void checkPeriods() {
        periods.forEach((cells, read) -> Periods.check(reading, subjects.getOrDefault(cells, "`" + table + "`"), read));
    }

    private void wrongCount(CsvLine line) {
        int columns = header.columns().size();
        String count = "The row has `" + line.cells().size() + "` cells, the header `" + columns + "`.";
        Optional<Node.Scalar> halved = decimalComma(line);
        if (halved.isPresent()) {
            String what = "A decimal comma cuts " + Words.quoted(halved.get().text() + ",...") + " into two cells.";
            reading.error(RulesError.EXCEL, halved.get().place(), what, Tables.HOW_TO_SAVE);
        } else if (columns > 1 && line.isOneQuote()) {
            reading.error(RulesError.EXCEL, line.place(), "The whole row stands in quotes.", Tables.HOW_TO_SAVE);
        } else {
            int last = Math.min(line.cells().size(), columns + 1) - 1;
            String advice = line.cells().size() > columns
                    ? "Maybe a cell that contains a comma needs quotes."
                    : "Maybe a comma is missing.";
            error(line.cells().get(last).place(), count, advice);
        }
    }

    /** The first half of a number that was cut in two. */
    private Optional<Node.Scalar> decimalComma(CsvLine line) {
        if (line.cells().size() != header.columns().size() + 1) {
            return Optional.empty();
        }
        for (int i = 0; i < header.columns().size(); i++) {
            if (header.columns()
                            .get(i)
                            .filter(column -> column.kind() instanceof ParameterType.RowNumber)
                            .isPresent()
                    && line.cells().get(i).text().matches("-?\\d{1,18}")
                    && line.cells().get(i + 1).text().matches("\\d{1,12}")) {
                return Optional.of(line.cells().get(i));
            }
        }
        return Optional.empty();
    }

    private void error(Place place, String what, String advice) {
        reading.error(RulesError.TABLE, place, what, advice);
    }
}
