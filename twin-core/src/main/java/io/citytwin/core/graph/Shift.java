package io.citytwin.core.graph;

import io.citytwin.core.model.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current value of a property before and after a write. Immutable.
 *
 * @param property which
 * @param before null if it was unknown
 * @param after null if it is unknown
 */
record Shift(
        String property, @Nullable Value before, @Nullable Value after) {

    boolean isReal() {
        return !Objects.equals(before, after);
    }
}
