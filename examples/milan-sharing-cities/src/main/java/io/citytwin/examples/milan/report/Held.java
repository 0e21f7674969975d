package io.citytwin.examples.milan.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Decisions that could not be made because one cell was unknown: the level stayed. Immutable.
 *
 * @param cell what was unknown
 * @param days the days whose level was to be decided
 */
public record Held(String cell, List<LocalDate> days) {

    /** Copies the days. */
    public Held {
        days = List.copyOf(days);
    }
}
