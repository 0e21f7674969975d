package io.citytwin.examples.milan;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a reader must know of the data besides the numbers. Immutable. */
final class Notes {

    private Notes() {}

    private record Place(TwinId twin, String property, Instant measured, String source) {}

    static List<String> of(AirWinter air, LevelLaw law, Period period) {
        List<Observation> shown = air.observations().stream()
                .filter(observation -> period.contains(AirWinter.day(observation)))
                .toList();
        List<String> notes = new ArrayList<>();
        Set<String> told = new HashSet<>();
        shown.forEach(observation -> told.add(observation.property()));
        new TreeSet<>(law.regulation().state().inputs().keySet()).forEach(input -> {
            if (!told.contains(input)) {
                notes.add("No " + input + " in this data: a decision that it would change is held, and says so.");
            }
        });
        Set<Place> seen = new HashSet<>();
        long missing = 0;
        long late = 0;
        long corrected = 0;
        for (Observation observation : shown) {
            boolean first = seen.add(new Place(
                    observation.twin(), observation.property(), observation.measuredAt(), observation.source()));
            corrected += first ? 0 : 1;
            late += first && isLate(observation, law) ? 1 : 0;
            missing += first && observation.value().isEmpty() ? 1 : 0;
        }
        notes.add("Of " + seen.size() + " values " + missing + " are missing, " + late
                + " arrived after the decision that would have used them and " + corrected
                + " were corrected later; what was decided stays.");
        return notes;
    }

    private static boolean isLate(Observation observation, LevelLaw law) {
        Instant decided = law.level().evaluate().on(AirWinter.day(observation).plusDays(1), CivilCalendar.italy());
        return observation.receivedAt().isAfter(decided);
    }
}
