package io.citytwin.examples.milan.city;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who passes which gate when, made up by a seed and the day alone. Immutable.
 *
 * @param plan how many, and when
 * @param vehicles that drive
 * @param gates that they pass
 */
public record Traffic(TrafficPlan plan, List<Twin> vehicles, List<Twin> gates) {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int ASTRAY_PER_MILLE = 30;

    /** Copies the lists. */
    public Traffic {
        vehicles = List.copyOf(vehicles);
        gates = List.copyOf(gates);
    }

    /**
     * The passages of a day.
     *
     * @param day any day
     * @return sorted by time
     */
    public List<Passage> on(LocalDate day) {
        Draw draw = new Draw(plan.seed(), day.toEpochDay());
        List<LocalDateTime> times = new ArrayList<>();
        for (int count = count(day, draw); count > 0; count--) {
            times.add(day.atTime(draw.index(plan.byHour()) % HOURS, draw.between(0, MINUTES - 1)));
        }
        times.sort(Comparator.naturalOrder());
        List<Passage> passages = new ArrayList<>();
        for (int at = 0; at < times.size(); at++) {
            passages.add(passage(day + "-" + (at + 1), times.get(at), draw));
        }
        return passages;
    }

    private int count(LocalDate day, Draw draw) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        int about = plan.passagesPerDay() * (weekend ? plan.weekendPercent() : 100) / 100;
        return draw.between(about * 9 / 10, about * 11 / 10);
    }

    private Passage passage(String id, LocalDateTime time, Draw draw) {
        Twin vehicle = draw.oneOf(vehicles);
        Twin gate = draw.oneOf(gates);
        // Few drivers take a lane that is kept for buses.
        while (isReserved(gate) && !isBus(vehicle) && !draw.happens(ASTRAY_PER_MILLE)) {
            gate = draw.oneOf(gates);
        }
        return new Passage(
                id, vehicle.id(), gate.id(), CivilCalendar.italy().at(time.toLocalDate(), time.toLocalTime()));
    }

    private static boolean isReserved(Twin gate) {
        return gate.value("reserved").equals(Optional.of(new Value.Flag(true)));
    }

    private static boolean isBus(Twin vehicle) {
        return vehicle.value("service").equals(Optional.of(new Value.Term("public-transport")));
    }
}
