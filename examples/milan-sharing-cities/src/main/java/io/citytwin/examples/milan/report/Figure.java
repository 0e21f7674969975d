package io.citytwin.examples.milan.report;

import io.citytwin.core.model.Quantity;
import java.util.List;

/**
 * A figure on energy or emissions. Immutable.
 *
 * @param group what it belongs to, such as {@code lamps}
 * @param name what it counts
 * @param value with its unit
 * @param basis how it was computed, one line
 * @param assumptions names of the assumptions that it rests on
 */
public record Figure(String group, String name, Quantity value, String basis, List<String> assumptions) {

    /** Copies the assumptions. */
    public Figure {
        assumptions = List.copyOf(assumptions);
    }
}
