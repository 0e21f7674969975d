package io.citytwin.core.graph;

import io.citytwin.core.graph.InventoryProblems.Spot;
import io.citytwin.core.text.CsvLine;
import java.util.Optional;

/** Reads the rows of a table. For one thread at a time. */
final class CsvRows {

    // Bounded, so that one lost quote does not swallow the rest of the file.
    private static final int LONGEST_ROW_IN_LINES = 50;

    private final InventoryReading reading;
    private final InventorySource source;
    private final TextLines text;

    CsvRows(InventoryReading reading, InventorySource source, TextLines text) {
        this.reading = reading;
        this.source = source;
        this.text = text;
    }

    /** Tells the rows to the reading and returns how many there are, the bad ones too. */
    int read() {
        int line = next(1);
        if (line > text.lines().size()) {
            return 0;
        }
        Optional<CsvHeader> header = CsvHeader.read(reading.problems(), spot(line, line), CsvLine.of(text.line(line)));
        if (header.isEmpty()) {
            reading.lost(source);
            // What cannot be read cannot be counted either.
            return source.rows().orElse(1);
        }
        int found = 0;
        for (line = next(line + 1); line <= text.lines().size(); ) {
            int last = lastLine(line);
            CsvLine cut = CsvLine.of(text.lines(line, last));
            found += cut.isEmpty() ? 0 : 1;
            if (!cut.isEmpty()) {
                CsvRow row = new CsvRow(spot(line, last), header.get(), cut);
                row.read(reading, text.areUtf8(line, last))
                        .ifPresentOrElse(reading::accept, () -> reading.lost(source));
            }
            line = next(last + 1);
        }
        return found;
    }

    private int next(int line) {
        int found = line;
        while (found <= text.lines().size() && text.line(found).isBlank()) {
            found++;
        }
        return found;
    }

    /** The line in which a row ends; its own if its quotes are in disorder, so that the next row is not drawn into it. */
    private int lastLine(int line) {
        int end = Math.min(text.lines().size(), line + LONGEST_ROW_IN_LINES - 1);
        for (int last = line; last <= end; last++) {
            CsvLine cut = CsvLine.of(text.lines(line, last));
            if (cut.cells().stream().anyMatch(CsvLine.Cell::stray)) {
                return line;
            } else if (cut.closed()) {
                return last;
            }
        }
        return line;
    }

    private Spot spot(int line, int last) {
        return new Spot(source, line, 0, text.lines(line, last));
    }
}
