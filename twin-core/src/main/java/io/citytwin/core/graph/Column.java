package io.citytwin.core.graph;

import io.citytwin.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * One property of all twins of a type: what they say of themselves, what was observed, what is desired. For one thread
 * at a time.
 */
final class Column {

    final Cells<Value> own = new Cells<>();
    final Readings observed = new Readings();
    final Cells<Value> desired = new Cells<>();

    /** What was observed counts more than what the twin says of itself, also if it was observed to be unknown. */
    @Nullable
    Value current(int row) {
        return observed.has(row) ? observed.usable(row) : own.get(row);
    }

    void clear(int row) {
        own.set(row, null);
        observed.clear(row);
        desired.set(row, null);
    }
}
