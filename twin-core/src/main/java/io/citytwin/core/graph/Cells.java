package io.citytwin.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thing per row, in an array that grows when a row beyond its end is set. For one thread at a time.
 *
 * @param <T> what a cell holds
 */
final class Cells<T> {

    private @Nullable Object[] cells = {};

    @SuppressWarnings("unchecked") // only `set` fills cells
    @Nullable
    T get(int row) {
        return row < cells.length ? (T) cells[row] : null;
    }

    void set(int row, @Nullable T value) {
        if (row >= cells.length) {
            if (value == null) {
                return;
            }
            cells = Arrays.copyOf(cells, larger(row));
        }
        cells[row] = value;
    }

    /** How long an array should be in which a row has no place yet: half as much again leaves little unused. */
    static int larger(int row) {
        return Math.max(8, row + 1 + row / 2);
    }
}
