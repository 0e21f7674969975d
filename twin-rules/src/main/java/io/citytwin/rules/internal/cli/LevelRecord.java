package io.citytwin.rules.internal.cli;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * A level's history in several areas. Immutable.
 *
 * @param level which level
 * @param areas that carry it, by id
 * @param days the days asked about, first and last included
 * @param decisions in force within these days, or decided on their way, in the order (instant, area)
 * @param states area to the state in force on each of the days
 */
record LevelRecord(
        StateSpec.Level level,
        SortedMap<TwinId, Twin> areas,
        List<LocalDate> days,
        List<LevelDecision> decisions,
        SortedMap<TwinId, List<String>> states) {

    /** What people call an area. */
    String nameOf(TwinId area) {
        Twin twin = areas.get(area);
        return twin == null
                ? area.toString()
                : twin.value("label").map(Object::toString).orElse(area.name());
    }
}
