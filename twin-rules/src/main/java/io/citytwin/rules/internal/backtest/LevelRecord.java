package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
public record LevelRecord(
        StateSpec.Level level,
        SortedMap<TwinId, Twin> areas,
        List<LocalDate> days,
        List<LevelDecision> decisions,
        SortedMap<TwinId, List<String>> states) {

    /**
     * What people call an area.
     *
     * @param area one of these, or another twin
     * @return its label, else its name
     */
    public String nameOf(TwinId area) {
        Twin twin = areas.get(area);
        return twin == null
                ? area.toString()
                : twin.value("label").map(Object::toString).orElse(area.name());
    }

    /**
     * The last word on a day: an announcement, or what was computed.
     *
     * @param area one of these
     * @param day one of the days
     * @return the decision that counts on it, or empty if none was made
     */
    public Optional<LevelDecision> decisionFor(TwinId area, LocalDate day) {
        List<LevelDecision> all = decisions.stream()
                .filter(decision -> decision.subject().equals(area))
                .filter(decision -> decision.inForce().equals(day))
                .toList();
        return all.stream()
                .filter(decision -> decision.reason() == LevelDecision.Reason.ANNOUNCED)
                .findFirst()
                .or(() -> all.stream().reduce((first, second) -> second));
    }

    /** The same with the decisions of one area only. */
    LevelRecord of(TwinId area) {
        return new LevelRecord(
                level,
                areas,
                days,
                decisions.stream()
                        .filter(decision -> decision.subject().equals(area))
                        .toList(),
                states);
    }
}
