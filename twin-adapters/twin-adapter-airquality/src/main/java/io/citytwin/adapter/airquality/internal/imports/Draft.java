package io.citytwin.adapter.airquality.internal.imports;

import java.util.List;
import java.util.Optional;

/**
 * A row that is to become a line of an inventory. Immutable.
 *
 * @param id as the inventory will write it
 * @param line of the foreign file
 * @param cells in the order of the header; empty ones are unknown
 * @param geometry of a feature, as JSON
 */
record Draft(String id, int line, List<String> cells, Optional<String> geometry) {

    /** Copies the cells. */
    Draft {
        cells = List.copyOf(cells);
    }

    /** Whether it says of its twin what another one says. */
    boolean saysAs(Draft other) {
        return cells.equals(other.cells) && geometry.equals(other.geometry);
    }
}
