package io.citytwin.examples.milan;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Recording;
import io.citytwin.examples.milan.report.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an engine is told of one region: twins, then observations in the order in which they arrived. Immutable.
 *
 * @param title what it is and where it comes from, one line
 * @param generated true if no station measured it
 * @param twins region, provinces and stations
 * @param observations sorted by arrival
 * @param period first and last measured day
 */
public record AirWinter(
        String title, boolean generated, List<Twin> twins, List<Observation> observations, Period period) {

    static final ZoneId CIVIL = ZoneId.of("Europe/Rome");
    static final String MEASURED = "pm10";

    /** Copies the lists. */
    public AirWinter {
        twins = List.copyOf(twins);
        observations = List.copyOf(observations);
    }

    /**
     * What a recording says of one region.
     *
     * @param recording of any regions
     * @param code of the region, such as {@code IT-25}
     * @return the region's twins and daily means; empty if there are none
     */
    public static Optional<AirWinter> of(Recording recording, String code) {
        Map<TwinId, Twin> byId = new HashMap<>();
        recording.twins().forEach(twin -> byId.put(twin.id(), twin));
        List<Twin> twins = recording.twins().stream()
                .filter(twin -> liesIn(twin, code, byId))
                .toList();
        Set<TwinId> ids = twins.stream().map(Twin::id).collect(Collectors.toSet());
        List<Observation> seen = recording.observations().stream()
                .filter(observation -> observation.property().equals(MEASURED) && ids.contains(observation.twin()))
                .toList();
        Optional<LocalDate> first = seen.stream().map(AirWinter::day).min(LocalDate::compareTo);
        Optional<LocalDate> last = seen.stream().map(AirWinter::day).max(LocalDate::compareTo);
        return first.flatMap(
                from -> last.map(to -> new AirWinter(recording.title(), false, twins, seen, new Period(from, to))));
    }

    private static boolean liesIn(Twin twin, String code, Map<TwinId, Twin> byId) {
        if (twin.value("code").equals(Optional.of(new Value.Text(code)))) {
            return true;
        }
        return twin.values().values().stream()
                .filter(Value.Ref.class::isInstance)
                .map(value -> byId.get(((Value.Ref) value).target()))
                .anyMatch(next -> next != null && liesIn(next, code, byId));
    }

    /** The civil day that an observation speaks of. */
    static LocalDate day(Observation observation) {
        return LocalDate.ofInstant(observation.measuredAt(), CIVIL);
    }

    /** What people call a twin. */
    static String label(Twin twin) {
        return twin.value("label").map(Value::toString).orElse(twin.id().name());
    }

    /** How many stations count for the mean of a province. */
    int stations(TwinId province) {
        return (int) twins.stream()
                .filter(twin -> twin.value("province").equals(Optional.of(new Value.Ref(province))))
                .filter(twin -> twin.value("role").equals(Optional.of(new Value.Term("reference"))))
                .count();
    }

    /** The provinces, sorted by what people call them. */
    List<Twin> provinces() {
        return twins.stream()
                .filter(twin -> twin.type().name().equals("Province"))
                .sorted((one, other) -> label(one).compareTo(label(other)))
                .toList();
    }
}
