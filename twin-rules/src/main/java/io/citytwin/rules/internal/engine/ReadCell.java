package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Value;
import io.citytwin.rules.Cell;
import io.citytwin.rules.internal.grammar.FactType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A cell that the rules which can answer look at. Immutable.
 *
 * @param cell which one
 * @param kind what it can hold
 * @param now what it holds; empty if nobody knows
 * @param cuts the numbers that it is compared with, if it is a number
 * @param most what a counter can have come to; empty for everything else
 */
public record ReadCell(
        Cell cell, FactType.Kind kind, Optional<Value> now, SortedSet<BigDecimal> cuts, Optional<BigDecimal> most) {

    /** Copies the cuts. */
    public ReadCell {
        cuts = Collections.unmodifiableSortedSet(new TreeSet<>(cuts));
    }

    ReadCell and(ReadCell same) {
        SortedSet<BigDecimal> both = new TreeSet<>(cuts);
        both.addAll(same.cuts);
        return new ReadCell(cell, kind, now, both, most);
    }
}
