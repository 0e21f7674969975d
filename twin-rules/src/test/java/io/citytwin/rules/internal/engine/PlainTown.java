package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Decision.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The law of the made-up town said again in plain Java, for vehicles of which all is known. */
final class PlainTown {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();

    private final List<Spent> spent = new ArrayList<>();

    private record Spent(String counter, String key, LocalDate day) {}

    /** What came out. */
    record Result(Outcome outcome, BigDecimal fee, SortedMap<String, Integer> spent) {}

    Result settle(Passage passage, Twin car) {
        LocalDate day = CALENDAR.dateOf(passage.at());
        LocalTime time = passage.at().atZone(CALENDAR.zone()).toLocalTime();
        boolean working = day.getDayOfWeek().getValue() <= 5 && !CALENDAR.isHoliday(day);
        boolean hours = working && !time.isBefore(LocalTime.of(7, 30)) && time.isBefore(LocalTime.of(19, 30));
        boolean inner = Set.of(Town.INNER_GATE, Town.LANE).contains(passage.gate());
        boolean outer = inner || passage.gate().equals(Town.OUTER_GATE);
        SortedMap<String, Integer> used = new TreeMap<>();
        boolean banned = inner && isBannedInside(car, working, time, passage.gate());
        if (outer && hours && isOld(car) && !is(car, "disabledBadge")) {
            int days = days("bonusDays", text(car, "holder"), day);
            banned |= !is(car, "registered") || days > 3;
            used.put("xx.northland.outer/bonusDays", days);
        }
        if (banned) {
            return new Result(Outcome.FORBIDDEN, BigDecimal.ZERO, new TreeMap<>());
        }
        BigDecimal fee = inner && hours && !text(car, "fuel").equals("electric")
                ? fee(car, day, passage.vehicle(), used)
                : BigDecimal.ZERO;
        used.keySet().forEach(counter -> spent.add(new Spent(counter, key(counter, car), day)));
        return new Result(Outcome.ALLOWED, fee, used);
    }

    private static boolean isBannedInside(Twin car, boolean working, LocalTime time, TwinId gate) {
        boolean morning = working && !time.isBefore(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(10, 0));
        return ((Quantity) car.value("length").orElseThrow()).amount().compareTo(new BigDecimal("7.5")) > 0
                || (morning && text(car, "category").equals("N1") && !is(car, "refrigerated"))
                || (gate.equals(Town.LANE) && Set.of("private", "taxi").contains(text(car, "service")));
    }

    private BigDecimal fee(Twin car, LocalDate day, TwinId vehicle, SortedMap<String, Integer> used) {
        if (text(car, "homeZone").equals("xx:inner")) {
            int days = days("freeDays", text(car, "holder"), day);
            if (days <= 2) {
                used.put("xx.northland.inner/freeDays", days);
            }
            return days <= 2 ? BigDecimal.ZERO : new BigDecimal("2");
        }
        String tickets = "xx.northland.inner/tickets";
        boolean first = spent.stream().noneMatch(one -> one.equals(new Spent(tickets, vehicle.toString(), day)));
        boolean pays = first && Set.of("M1", "N1").contains(text(car, "category"));
        if (pays) {
            used.put(tickets, 1);
        }
        return pays ? new BigDecimal(day.isBefore(LocalDate.of(2023, 10, 30)) ? "5" : "7.5") : BigDecimal.ZERO;
    }

    private int days(String counter, String holder, LocalDate day) {
        LocalDate first = counter.equals("freeDays")
                ? LocalDate.of(day.getYear(), 1, 1)
                : LocalDate.of(day.getMonthValue() < 10 ? day.getYear() - 1 : day.getYear(), 10, 1);
        long others = spent.stream()
                .filter(one ->
                        one.counter().endsWith("/" + counter) && one.key().equals(holder))
                .map(Spent::day)
                .filter(other -> !other.isBefore(first) && other.isBefore(first.plusYears(1)))
                .filter(other -> !other.equals(day))
                .distinct()
                .count();
        return (int) others + 1;
    }

    private static String key(String counter, Twin car) {
        return counter.endsWith("/tickets") ? car.id().toString() : text(car, "holder");
    }

    private static boolean isOld(Twin car) {
        boolean old = Set.of("0", "1", "2").contains(text(car, "euro"))
                || (text(car, "fuel").equals("diesel") && Set.of("3", "4").contains(text(car, "euro")));
        return old
                && Set.of("petrol", "diesel").contains(text(car, "fuel"))
                && Set.of("M1", "N1").contains(text(car, "category"));
    }

    private static boolean is(Twin car, String flag) {
        return text(car, flag).equals("true");
    }

    private static String text(Twin car, String property) {
        return car.value(property).orElseThrow().toString();
    }
}
