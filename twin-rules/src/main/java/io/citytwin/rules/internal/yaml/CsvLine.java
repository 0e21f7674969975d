package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.regulation.Place;
import java.util.List;

/**
 * A line of a table with the places of its cells. Immutable.
 *
 * @param cells with the place of each
 * @param closed whether each quote has its pair
 */
record CsvLine(List<Node.Scalar> cells, boolean closed) {

    /** Copies the cells. */
    CsvLine {
        cells = List.copyOf(cells);
    }

    static CsvLine of(String file, int line, String text) {
        io.citytwin.core.text.CsvLine cut = io.citytwin.core.text.CsvLine.of(text);
        List<Node.Scalar> cells = cut.cells().stream()
                .map(cell -> new Node.Scalar(cell.text(), !cell.quoted(), new Place(file, line, cell.column())))
                .toList();
        return new CsvLine(cells, cut.closed());
    }

    List<String> texts() {
        return cells.stream().map(Node.Scalar::text).toList();
    }

    /** Whether a whole line stands in quotes, commas and all. */
    boolean isOneQuote() {
        Node.Scalar first = cells.get(0);
        return cells.size() == 1 && !first.plain() && first.text().indexOf(',') >= 0;
    }

    Place place() {
        return cells.get(0).place();
    }
}
