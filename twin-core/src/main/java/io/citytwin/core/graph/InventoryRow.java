package io.citytwin.core.graph;

import io.citytwin.core.graph.InventoryProblems.Spot;
import io.citytwin.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a file, or a feature, before it is a twin. Immutable.
 *
 * @param spot where it starts
 * @param cells what it says; empty ones are left out
 * @param grounds property name to point or outline that was read already
 * @param sound whether all of it was readable so far
 */
record InventoryRow(Spot spot, List<Cell> cells, Map<String, Value> grounds, boolean sound) {

    static final String ID = "id";
    static final String POINT = "location";
    static final String GROUND = "outline";

    /**
     * One entry. Immutable.
     *
     * @param property its name, or {@code id}
     * @param text as the file writes it
     * @param spot where it stands
     */
    record Cell(String property, String text, Spot spot) {}

    Optional<Cell> id() {
        return cells.stream().filter(cell -> cell.property().equals(ID)).findFirst();
    }

    List<Cell> properties() {
        return cells.stream().filter(cell -> !cell.property().equals(ID)).toList();
    }
}
