package io.citytwin.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of a table, cut at its commas; quotes keep a comma or a line break inside a cell, two quotes stand for one.
 * Immutable.
 *
 * @param cells at least one
 * @param closed whether each quote has its pair; if not, the row may go on in the next line
 */
public record CsvLine(List<Cell> cells, boolean closed) {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("[^,\"\\r\\n]*+");

    /** Copies the cells. */
    public CsvLine {
        cells = List.copyOf(cells);
    }

    /**
     * What stands between two commas. Immutable.
     *
     * @param text without the quotes and without blanks around it
     * @param line 0 in the row's first line
     * @param column from 1, where the cell starts in its line
     * @param quoted whether it stood in quotes
     * @param stray whether something stood beside its quotes, or a quote inside it
     */
    public record Cell(String text, int line, int column, boolean quoted, boolean stray) {}

    /**
     * Cuts a row.
     *
     * @param text one line, or more if cells hold line breaks ({@code \n})
     * @return its cells
     */
    public static CsvLine of(String text) {
        Cutter cutter = new Cutter();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' && cutter.quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cutter.cell.append(sign);
                i++;
                cutter.column++;
            } else {
                cutter.take(sign);
            }
            cutter.move(sign);
        }
        cutter.end();
        return new CsvLine(cutter.cells, !cutter.quoted);
    }

    /**
     * A cell for a row that is written: in quotes where it must be, and never a formula to a spreadsheet.
     *
     * @param text any; what begins like a formula and is no number gets an apostrophe before it
     * @return what stands between two commas
     */
    public static String written(String text) {
        boolean formula =
                FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return PLAIN.matcher(safe).matches() ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /**
     * Whether nothing stands in any cell.
     *
     * @return true for {@code ,,,}, too
     */
    public boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty() && !cell.stray());
    }

    /** A row that is being cut. For one thread at a time. */
    private static final class Cutter {
        private final List<Cell> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean quoted;
        private boolean hadQuotes;
        private boolean stray;
        private int line;
        private int column = 1;
        private int startLine;
        private int startColumn = 1;

        private void take(char sign) {
            if (sign == '"' && (quoted || cell.isEmpty())) {
                stray |= hadQuotes && !quoted;
                quoted = !quoted;
                hadQuotes = true;
            } else if (sign == ',' && !quoted) {
                end();
                startLine = line;
                startColumn = column + 1;
            } else {
                stray |= !quoted && (sign == '"' || (hadQuotes && !Character.isWhitespace(sign)));
                cell.append(sign);
            }
        }

        private void move(char sign) {
            column = sign == '\n' ? 1 : column + 1;
            line += sign == '\n' ? 1 : 0;
        }

        private void end() {
            cells.add(new Cell(cell.toString().strip(), startLine, startColumn, hadQuotes, stray));
            cell.setLength(0);
            hadQuotes = false;
            stray = false;
        }
    }
}
