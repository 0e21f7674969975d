package io.citytwin.core.graph;

import io.citytwin.core.graph.InventoryProblems.Spot;
import io.citytwin.core.graph.InventoryRow.Cell;
import io.citytwin.core.model.Value;
import io.citytwin.core.text.CsvLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, to be checked against its header. Immutable.
 *
 * @param spot where it starts
 * @param header of its table
 * @param cut its cells
 */
record CsvRow(Spot spot, CsvHeader header, CsvLine cut) {

    /** Reports what is wrong with the row; empty if it is torn, so that its cells stand in other columns than they should. */
    Optional<InventoryRow> read(InventoryReading reading, boolean utf8) {
        int before = reading.problems().count();
        Optional<Fault> fault = fault();
        if (fault.isPresent()) {
            reading.problems()
                    .add(fault.get().spot(), fault.get().what(), fault.get().advice());
            return Optional.empty();
        }
        Map<String, Cell> cells = cells();
        Map<String, Value> point = point(reading, cells.remove(CsvHeader.LONGITUDE), cells.remove(CsvHeader.LATITUDE));
        boolean sound = utf8 && reading.problems().count() == before;
        return Optional.of(new InventoryRow(spot, List.copyOf(cells.values()), point, sound));
    }

    private Map<String, Cell> cells() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < cut.cells().size(); i++) {
            String column = header.columns().get(i);
            CsvLine.Cell cell = cut.cells().get(i);
            if (!column.isEmpty() && !cell.text().isEmpty()) {
                cells.put(column, new Cell(column, cell.text(), spot(cell)));
            }
        }
        return cells;
    }

    private Map<String, Value> point(InventoryReading reading, @Nullable Cell longitude, @Nullable Cell latitude) {
        if (longitude != null && latitude != null) {
            return reading.point(longitude, latitude)
                    .<Map<String, Value>>map(point -> Map.of(InventoryRow.POINT, point))
                    .orElseGet(Map::of);
        }
        Cell alone = longitude == null ? latitude : longitude;
        if (alone != null) {
            String other = longitude == null ? CsvHeader.LONGITUDE : CsvHeader.LATITUDE;
            reading.problems().add(alone.spot(), "The row has no `" + other + "`.", "Maybe the cell was lost.");
        }
        return Map.of();
    }

    /** Why the row cannot be cut into cells. Immutable. */
    private record Fault(Spot spot, String what, String advice) {}

    private Optional<Fault> fault() {
        Optional<CsvLine.Cell> stray =
                cut.cells().stream().filter(CsvLine.Cell::stray).findFirst();
        int expected = header.columns().size();
        int found = cut.cells().size();
        if (stray.isPresent()) {
            String advice = "Maybe put the whole cell in quotes, and write each quote in it twice.";
            return Optional.of(new Fault(spot(stray.get()), "A quote stands inside the cell.", advice));
        } else if (!cut.closed()) {
            return Optional.of(new Fault(
                    spot(cut.cells().get(found - 1)),
                    "A quote is not closed.",
                    "Maybe add `\"` at the end of the cell."));
        } else if (found == 1 && expected > 1 && cut.cells().get(0).text().indexOf(',') >= 0) {
            return Optional.of(new Fault(spot, "The whole row stands in quotes.", CsvHeader.HOW_TO_SAVE));
        } else if (found != expected) {
            return Optional.of(decimalComma().orElseGet(() -> wrongCount(found, expected)));
        }
        return Optional.empty();
    }

    private Fault wrongCount(int found, int expected) {
        String what = "The row has `" + found + "` cells, the header `" + expected + "`.";
        String advice = found > expected
                ? "Maybe a cell that contains a comma needs quotes."
                : "Maybe a comma, or the rest of the row, was lost.";
        return new Fault(spot, what, advice);
    }

    /** A number that was cut in two, which makes one cell too many. */
    private Optional<Fault> decimalComma() {
        List<CsvLine.Cell> cells = cut.cells();
        for (int i = 0;
                i < header.columns().size() && cells.size() > header.columns().size();
                i++) {
            String whole = cells.get(i).text();
            String decimals = cells.get(i + 1).text();
            if (header.isNumber(spot.source().type(), i) && whole.matches("-?\\d++") && decimals.matches("\\d++")) {
                String what = "A decimal comma cuts `" + whole + "," + decimals + "` in two.";
                return Optional.of(new Fault(spot(cells.get(i)), what, CsvHeader.HOW_TO_SAVE));
            }
        }
        return Optional.empty();
    }

    private Spot spot(CsvLine.Cell cell) {
        return new Spot(spot.source(), spot.line() + cell.line(), cell.column(), spot.row());
    }
}
