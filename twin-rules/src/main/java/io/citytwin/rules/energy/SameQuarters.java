package io.citytwin.rules.energy;

import io.citytwin.core.time.CivilCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the same quarter of the civil day brought on the last days of the same type. For one thread at a time. */
final class SameQuarters {

    private static final int DECIMALS = 6;
    private static final int MINUTES = 15;
    private static final int IN_AN_HOUR = 4;

    private final CivilCalendar calendar;
    private final int days;
    private final Map<Place, Deque<BigDecimal>> past = new HashMap<>();

    SameQuarters(CivilCalendar calendar, int days) {
        this.calendar = calendar;
        this.days = days;
    }

    enum DayType {
        WORKDAY,
        SATURDAY,
        SUNDAY_OR_HOLIDAY
    }

    private record Place(DayType type, int slot) {}

    /** What one quarter of the civil day brought, oldest first, in kW. */
    record Slot(DayType type, int slot, List<BigDecimal> values) {}

    void resume(List<Slot> known) {
        known.forEach(one -> past.put(new Place(one.type(), one.slot()), new ArrayDeque<>(one.values())));
    }

    List<Slot> state() {
        return past.entrySet().stream()
                .map(one -> new Slot(one.getKey().type(), one.getKey().slot(), List.copyOf(one.getValue())))
                .sorted(Comparator.comparing(Slot::type).thenComparing(Slot::slot))
                .toList();
    }

    /** The quarter of the civil day, 0 to 95. */
    int slotOf(Instant from) {
        LocalTime time = LocalTime.ofInstant(from, calendar.zone());
        return time.getHour() * IN_AN_HOUR + time.getMinute() / MINUTES;
    }

    private Place placeOf(Instant from) {
        LocalDate date = calendar.dateOf(from);
        DayType type = date.getDayOfWeek() == DayOfWeek.SUNDAY || calendar.isHoliday(date)
                ? DayType.SUNDAY_OR_HOLIDAY
                : date.getDayOfWeek() == DayOfWeek.SATURDAY ? DayType.SATURDAY : DayType.WORKDAY;
        return new Place(type, slotOf(from));
    }

    void add(Instant from, BigDecimal actual) {
        Deque<BigDecimal> values = past.computeIfAbsent(placeOf(from), place -> new ArrayDeque<>());
        values.add(actual);
        if (values.size() > days) {
            values.remove();
        }
    }

    /** Empty until all days are known. */
    Optional<BigDecimal> mean(Instant from) {
        Deque<BigDecimal> values = past.get(placeOf(from));
        if (values == null || values.size() < days) {
            return Optional.empty();
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.divide(BigDecimal.valueOf(days), DECIMALS, RoundingMode.HALF_UP));
    }
}
