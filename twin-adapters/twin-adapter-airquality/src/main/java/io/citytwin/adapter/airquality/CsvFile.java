package io.citytwin.adapter.airquality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A file of comma-separated cells below a header, one row per line. Immutable.
 *
 * <p>Each line is parsed on its own, so that a quote that does not end costs its own row and not the rest of the file.
 */
final class CsvFile {

    private static final ObjectReader CELLS = new CsvMapper().readerForListOf(String.class);
    private static final Pattern BARE_DECIMAL_COMMA = Pattern.compile("(?:^|,)-?\\d+,\\d+(?:,|$)");

    private final String name;
    private final List<String> header;
    private final List<String> lines;

    private CsvFile(String name, List<String> header, List<String> lines) {
        this.name = name;
        this.header = header;
        this.lines = lines;
    }

    /** One row below the header. */
    final class Row {
        private final List<String> cells;

        private Row(List<String> cells) {
            this.cells = cells;
        }

        String cell(String column) {
            return cells.get(header.indexOf(column));
        }
    }

    /**
     * Reads a file as it stands.
     *
     * @throws CityTwinException {@code C109} if it cannot be read, or does not have each of the columns once
     */
    static CsvFile open(Path path, List<String> columns) {
        String name = String.valueOf(path.getFileName());
        List<String> lines = linesOf(path, name);
        String first = lines.isEmpty() ? "" : lines.get(0);
        List<String> header = headerOf(first);
        for (String column : columns) {
            if (Collections.frequency(header, column) != 1) {
                throw new CityTwinException(
                        CoreError.ARCHIVE,
                        "`" + name + "` has not exactly one column `" + column + "` in its header `" + first + "`.",
                        first.contains(";")
                                ? "Maybe export it again with `,` between the cells and `.` in numbers."
                                : "Maybe the file is of another kind, or its header is missing.");
            }
        }
        return new CsvFile(name, header, lines);
    }

    /** Hands over each row; one that cannot be cut into cells, or that the reader throws at, is refused. */
    void forEach(Consumer<Row> reader, Consumer<RefusedRow> refused) {
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                try {
                    reader.accept(row(line));
                } catch (CityTwinException e) {
                    refused.accept(new RefusedRow(name, i + 1L, e.code().id(), e.problem(), line));
                }
            }
        }
    }

    private Row row(String line) {
        List<String> cells = cellsOf(line);
        if (cells.size() == header.size() + 1
                && BARE_DECIMAL_COMMA.matcher(line).find()) {
            throw new CityTwinException(
                    AirError.DECIMAL_COMMA,
                    "The row `" + line + "` has a decimal comma, or one cell too many.",
                    "Maybe export the file again with `.` in numbers.");
        } else if (cells.size() != header.size()) {
            throw new CityTwinException(
                    AirError.CELLS,
                    "The row has `" + cells.size() + "` cells, its header `" + header.size() + "`.",
                    "Maybe a name with a comma in it lacks its quotes.");
        }
        return new Row(cells);
    }

    private static List<String> linesOf(Path path, String name) {
        try {
            String text = Files.readString(path);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new CityTwinException(
                    CoreError.ARCHIVE,
                    "`" + name + "` cannot be read: `" + e + "`.",
                    "Maybe it is missing, or not encoded as UTF-8.",
                    e);
        }
    }

    private static List<String> headerOf(String line) {
        try {
            return line.isBlank() ? List.of() : cellsOf(line);
        } catch (CityTwinException e) {
            return List.of();
        }
    }

    private static List<String> cellsOf(String line) {
        try {
            return CELLS.readValue(line);
        } catch (JsonProcessingException e) {
            throw new CityTwinException(
                    AirError.CELLS,
                    "The row `" + line + "` cannot be cut into cells.",
                    "Maybe a quote does not end.",
                    e);
        }
    }
}
