package io.citytwin.adapter.airquality.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.citytwin.adapter.airquality.AirError;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A table below a header, one row per line. Immutable.
 *
 * <p>Each line is parsed on its own, so that a quote that does not end costs its own row and not the rest of the file.
 */
final class CsvRows implements Rows {

    private static final CsvMapper MAPPER = new CsvMapper();
    private static final Pattern BARE_DECIMAL_COMMA = Pattern.compile("(?:^|,)-?\\d+,\\d+(?:,|$)");

    private final String name;
    private final ObjectReader cutter;
    private final AirFeed.Table table;
    private final TextOfFile text;
    private final Map<String, Integer> header = new HashMap<>();
    private int width;

    private CsvRows(String name, AirFeed.Table table, TextOfFile text) {
        this.name = name;
        this.table = table;
        this.text = text;
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(table.delimiter());
        cutter = MAPPER.readerForListOf(String.class).with(schema);
    }

    private record CsvRow(List<String> cells, Map<String, Integer> header, long line, String raw) implements Row {

        @Override
        public String text(String field) {
            Integer index = header.get(field);
            return index == null ? "" : cells.get(index).strip();
        }
    }

    static CsvRows open(String name, AirFeed.Table table, TextOfFile text, Collection<String> columns) {
        CsvRows rows = new CsvRows(name, table, text);
        String first = text.lines().isEmpty() ? "" : text.lines().get(0);
        List<String> header = rows.headerOf(first);
        for (String column : columns) {
            if (Collections.frequency(header, column) != 1) {
                throw rows.without(column, first);
            }
        }
        for (int i = 0; i < header.size(); i++) {
            rows.header.putIfAbsent(header.get(i), i);
        }
        rows.width = header.size();
        return rows;
    }

    private CityTwinException without(String column, String first) {
        String shown = first.length() > 300 ? first.substring(0, 300) + "..." : first;
        return new CityTwinException(
                AirError.UNREADABLE,
                "`" + name + "` has not exactly one column `" + column + "` in its header `" + shown + "`.",
                table.delimiter() == ',' && first.contains(";")
                        ? "Maybe export it again with `,` between the cells and `.` in numbers."
                        : "Maybe the file is of another kind, or its header is missing.");
    }

    @Override
    public void forEach(Consumer<Row> reader, Consumer<RefusedRow> refused) {
        for (int i = 1; i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            if (!line.isBlank()) {
                try {
                    reader.accept(row(line, i));
                } catch (CityTwinException e) {
                    refused.accept(new RefusedRow(name, i + 1L, e.code().id(), e.problem(), line));
                }
            }
        }
    }

    private CsvRow row(String line, int index) {
        if (text.isSpoiled(index)) {
            throw new CityTwinException(AirError.LETTERS, "A letter is not UTF-8.", "Maybe save the file as UTF-8.");
        }
        List<String> cells = cellsOf(line);
        int size = cells.size();
        if (table.trailing() && size == width + 1 && cells.get(width).isEmpty()) {
            size--;
        }
        if (size == width + 1
                && table.delimiter() == ','
                && BARE_DECIMAL_COMMA.matcher(line).find()) {
            throw new CityTwinException(
                    AirError.DECIMAL_COMMA,
                    "The row `" + line + "` has a decimal comma, or one cell too many.",
                    "Maybe export the file again with `.` in numbers.");
        } else if (size != width) {
            throw new CityTwinException(
                    AirError.CELLS,
                    "The row has `" + size + "` cells, its header `" + width + "`.",
                    "Maybe a name with a comma in it lacks its quotes.");
        }
        return new CsvRow(cells, header, index + 1L, line);
    }

    private List<String> headerOf(String line) {
        try {
            return line.isBlank() ? List.of() : cellsOf(line);
        } catch (CityTwinException e) {
            return List.of();
        }
    }

    private List<String> cellsOf(String line) {
        try {
            return cutter.readValue(line);
        } catch (JsonProcessingException e) {
            throw new CityTwinException(
                    AirError.CELLS,
                    "The row `" + line + "` cannot be cut into cells.",
                    "Maybe a quote does not end.",
                    e);
        }
    }
}
