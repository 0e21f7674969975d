package io.citytwin.rules.verify;

import io.citytwin.core.model.TwinId;
import java.time.LocalDate;
import java.util.List;

/**
 * The first day on which two versions part, and why. Immutable.
 *
 * @param date the day
 * @param area the first area, by id, in which they do
 * @param areaName what people call it
 * @param what the level, or the measure
 * @param before what the older version decided, with what it rests on
 * @param after what the newer version decided, with what it rests on
 * @param causes changes of law that the decisions read, or all of that time if none of them was read directly
 */
public record BacktestDifference(
        LocalDate date,
        TwinId area,
        String areaName,
        String what,
        String before,
        String after,
        List<LawDiffEntry> causes) {

    /** Copies the list. */
    public BacktestDifference {
        causes = List.copyOf(causes);
    }
}
