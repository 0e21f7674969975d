package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.InventoryProblems.Spot;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.text.CsvLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a table. Immutable.
 *
 * @param columns the property of each column, {@code id}, {@code longitude} or {@code latitude}; empty for a column that
 *     was refused
 */
record CsvHeader(List<String> columns) {

    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";

    static final String HOW_TO_SAVE =
            "Maybe save it as `CSV UTF-8` with commas between the cells, in a program set to English numbers.";

    /** Copies the list. */
    CsvHeader {
        columns = List.copyOf(columns);
    }

    /** Reads a header and reports what is wrong; empty if the rows below cannot be read. */
    static Optional<CsvHeader> read(InventoryProblems problems, Spot start, CsvLine line) {
        Optional<String> fault = fault(line);
        if (fault.isPresent()) {
            problems.add(start, fault.get(), HOW_TO_SAVE);
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        for (CsvLine.Cell cell : line.cells()) {
            Spot spot = new Spot(start.source(), start.line() + cell.line(), cell.column(), start.row());
            columns.add(column(problems, spot, columns, cell.text()));
        }
        if (columns.contains(LONGITUDE) != columns.contains(LATITUDE)) {
            problems.add(start, "One of `longitude` and `latitude` stands alone.", "Maybe the other column was lost.");
            columns.replaceAll(column -> column.equals(LONGITUDE) || column.equals(LATITUDE) ? "" : column);
        }
        if (!columns.contains(InventoryRow.ID)) {
            problems.add(start, "The table has no column `id`.", "Maybe its header is missing.");
            return Optional.empty();
        }
        return Optional.of(new CsvHeader(columns));
    }

    private static Optional<String> fault(CsvLine line) {
        String first = line.cells().get(0).text();
        if (!line.closed()) {
            return Optional.of("A quote of the header is not closed.");
        } else if (first.startsWith("sep=")) {
            return Optional.of("`" + first + "` stands where the header should.");
        } else if (line.cells().size() == 1 && first.indexOf(';') >= 0) {
            return Optional.of("Semicolons stand between the cells, not commas.");
        }
        return Optional.of("Tabs stand between the cells, not commas.").filter(tabs -> first.indexOf('\t') >= 0);
    }

    private static String column(InventoryProblems problems, Spot spot, List<String> before, String name) {
        try {
            String column = property(spot.source().type(), name);
            if (before.contains(column)) {
                problems.add(spot, "Two columns are called `" + name + "`.", "Maybe one was copied.");
                return "";
            }
            return column;
        } catch (CityTwinException refused) {
            problems.add(spot, refused);
            return "";
        }
    }

    private static String property(AssetType type, String name) {
        boolean point = name.equals(LONGITUDE) || name.equals(LATITUDE);
        if (name.isEmpty()) {
            throw new CityTwinException(CoreError.INVENTORY, "A column has no name.", "Maybe delete it.");
        }
        return name.equals(InventoryRow.ID)
                        || (point && type.properties().get(InventoryRow.POINT) instanceof ValueType.Point)
                ? name
                : PropertyKey.property(type, name);
    }

    boolean isNumber(AssetType type, int index) {
        String column = columns.get(index);
        return column.equals(LONGITUDE)
                || column.equals(LATITUDE)
                || type.properties().get(column) instanceof ValueType.Number;
    }
}
