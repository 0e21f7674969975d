package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.util.Collection;
import java.util.function.Consumer;

/** The rows of one file or answer. Immutable. */
public interface Rows {

    /**
     * Cuts a text into rows.
     *
     * @param name for messages
     * @param table how to cut it
     * @param lines the text
     * @param columns that a table must have
     * @return its rows
     * @throws CityTwinException {@code A109} if none of it can be read
     */
    static Rows of(String name, AirFeed.Table table, TextOfFile lines, Collection<String> columns) {
        return table.format() == AirFeed.Format.CSV
                ? CsvRows.open(name, table, lines, columns)
                : JsonRows.open(name, table.rows(), lines.whole());
    }

    /**
     * Hands over each row.
     *
     * @param reader may throw a {@link CityTwinException}: the row is then refused
     * @param refused told of each such row, and of those that cannot be cut
     */
    void forEach(Consumer<Row> reader, Consumer<RefusedRow> refused);
}
