package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a table, cut at its commas; quotes keep a comma inside a cell. Immutable.
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
        List<Node.Scalar> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean hadQuotes = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(sign);
                i++;
            } else if (sign == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
                hadQuotes = true;
            } else if (sign == ',' && !quoted) {
                cells.add(cell(cell, hadQuotes, new Place(file, line, start + 1)));
                cell.setLength(0);
                hadQuotes = false;
                start = i + 1;
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell(cell, hadQuotes, new Place(file, line, start + 1)));
        return new CsvLine(cells, !quoted);
    }

    private static Node.Scalar cell(StringBuilder text, boolean quoted, Place place) {
        return new Node.Scalar(text.toString().strip(), !quoted, place);
    }

    List<String> texts() {
        return cells.stream().map(Node.Scalar::text).toList();
    }

    Place place() {
        return cells.get(0).place();
    }
}
