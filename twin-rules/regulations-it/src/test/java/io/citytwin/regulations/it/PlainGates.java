package io.citytwin.regulations.it;

import io.citytwin.regulations.it.PlainBans.Stop;
import io.citytwin.regulations.it.PlainVehicle.Lives;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gates of Areas B and C, said again in plain Java from the collected facts. It remembers bonus days, free entries and
 * tickets of the passages that it was told in their order. Shares no code with the folders or the engine.
 */
final class PlainGates {

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(4, 25),
            MonthDay.of(5, 1),
            MonthDay.of(6, 2),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(12, 8),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));
    private static final Set<LocalDate> EASTER_MONDAYS = Set.of(
            LocalDate.of(2019, 4, 22),
            LocalDate.of(2022, 4, 18),
            LocalDate.of(2023, 4, 10),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2026, 4, 6));
    private static final MonthDay PATRON_DAY = MonthDay.of(12, 7);

    private final Map<String, Set<LocalDate>> bonusDays = new HashMap<>();
    private final Map<String, Set<LocalDate>> freeEntries = new HashMap<>();
    private final Set<String> tickets = new HashSet<>();

    private static boolean since(LocalDate day, String first) {
        return !day.isBefore(LocalDate.parse(first));
    }

    private static boolean open(LocalDateTime at, String from, String to) {
        DayOfWeek weekday = at.getDayOfWeek();
        LocalTime time = at.toLocalTime();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(at))
                && !EASTER_MONDAYS.contains(at.toLocalDate())
                && !time.isBefore(LocalTime.parse(from))
                && time.isBefore(LocalTime.parse(to));
    }

    /** A passage; whoever passes the inner gate stands on the ground of both areas. */
    PlainAnswer pass(PlainVehicle v, boolean inner, LocalDateTime at) {
        if (!open(at, "07:30", "19:30")) {
            return PlainAnswer.FREE;
        }
        LocalDate day = at.toLocalDate();
        boolean patron = MonthDay.from(day).equals(PATRON_DAY);
        Set<String> uses = new HashSet<>();
        Stop stop = stopInB(v, day, uses);
        if (inner) {
            stop = worst(stop, worst(stopInC(v, day), worst(tooLongForC(v), goodsInTheMorning(v, at))));
        }
        if (stop != Stop.NO) {
            return stop == Stop.YES && !patron ? PlainAnswer.FORBIDDEN : PlainAnswer.UNKNOWN;
        }
        PlainAnswer answer = inner ? fee(v, day, patron) : PlainAnswer.FREE;
        if (!patron && uses.contains("bonus")) {
            bonus(v, day).add(day);
        }
        return answer;
    }

    private static Stop worst(Stop one, Stop other) {
        if (one == Stop.YES || other == Stop.YES) {
            return Stop.YES;
        }
        return one == Stop.UNREAD || other == Stop.UNREAD ? Stop.UNREAD : Stop.NO;
    }

    private Stop stopInB(PlainVehicle v, LocalDate day, Set<String> uses) {
        if (!since(day, "2019-02-25") || v.serves("emergency")) {
            return Stop.NO;
        }
        Stop length = v.isGoods() && v.metres() > 12 ? Stop.YES : Stop.NO;
        Stop ban = PlainBans.areaB(v, day);
        Stop used = PlainDuties.used(v, day);
        if (ban != Stop.NO && used == Stop.NO) {
            ban = Stop.NO;
        } else if (ban != Stop.NO && hasBonus(v, day)) {
            if (ban == Stop.YES) {
                uses.add("bonus");
            }
            ban = Stop.NO;
        } else if (ban == Stop.YES && used == Stop.UNREAD) {
            ban = Stop.UNREAD;
        }
        return worst(worst(length, ban), worst(PlainDuties.explosives(v), PlainDuties.blindSpots(v, day)));
    }

    private Set<LocalDate> bonus(PlainVehicle v, LocalDate day) {
        int period = day.getMonthValue() >= 10 ? day.getYear() : day.getYear() - 1;
        return bonusDays.computeIfAbsent(v.holder() + " " + period, none -> new HashSet<>());
    }

    private boolean hasBonus(PlainVehicle v, LocalDate day) {
        Optional<LocalDate> banned = PlainBonus.firstDay(v, day);
        if (banned.isEmpty() || day.isBefore(banned.get())) {
            return false;
        }
        boolean resident = v.lives() != Lives.ELSEWHERE;
        boolean firstYear = !day.isAfter(PlainBonus.lastOfFirstYear(banned.get()));
        int days;
        if (firstYear) {
            days = PlainBonus.petrolThree(v) && !resident ? 25 : 50;
        } else {
            days = !v.registered() ? 0 : resident ? 25 : 5;
        }
        Set<LocalDate> used = bonus(v, day);
        return used.contains(day) ? used.size() <= days : used.size() + 1 <= days;
    }

    private static Stop stopInC(PlainVehicle v, LocalDate day) {
        return derogated(v, PlainBans.areaC(v, day));
    }

    private static Stop tooLongForC(PlainVehicle v) {
        return derogated(v, v.metres() > 7.5 ? Stop.YES : Stop.NO);
    }

    /** Whether these services are left out was not read. */
    private static Stop derogated(PlainVehicle v, Stop stop) {
        boolean maybe = v.serves("public-transport", "emergency", "street-cleaning");
        return stop == Stop.YES && maybe ? Stop.UNREAD : stop;
    }

    private static Stop goodsInTheMorning(PlainVehicle v, LocalDateTime at) {
        boolean leftOut = v.is("electric")
                || (v.is("hybrid") && since(at.toLocalDate(), "2020-01-01"))
                || v.refrigerated()
                || v.haulage()
                || v.errand().equals("late-perishables")
                || v.serves("emergency");
        return v.isGoods() && !leftOut && open(at, "08:00", "10:00") ? Stop.YES : Stop.NO;
    }

    /** mi.c.suspension: of these years nobody read whether the ticket is due on these days. */
    private static boolean maybeSuspended(LocalDate day) {
        MonthDay one = MonthDay.from(day);
        boolean august = !one.isBefore(MonthDay.of(8, 14)) && !one.isAfter(MonthDay.of(8, 20));
        return august || !one.isBefore(MonthDay.of(12, 22)) || !one.isAfter(MonthDay.of(1, 6));
    }

    private PlainAnswer fee(PlainVehicle v, LocalDate day, boolean patron) {
        if (isFree(v, day)) {
            return PlainAnswer.FREE;
        }
        boolean resident = v.isCar() && v.lives() == Lives.CENTRE;
        if (resident && freeEntry(v, day)) {
            return PlainAnswer.FREE;
        }
        String ticket = v.id() + " " + day;
        if (tickets.contains(ticket)) {
            return PlainAnswer.FREE;
        }
        boolean dear = since(day, "2023-10-30");
        if (patron || maybeSuspended(day) || (v.isBus() && !dear)) {
            return PlainAnswer.costs("unknown");
        }
        tickets.add(ticket);
        if (v.isBus()) {
            return PlainAnswer.costs(v.metres() <= 8 ? "60" : v.metres() <= 10.5 ? "97.5" : "150");
        } else if (resident) {
            return PlainAnswer.costs(dear ? "3" : "2");
        } else if (v.serves("trade") || v.errand().equals("garage")) {
            return PlainAnswer.costs(dear ? "4.5" : "3");
        }
        return PlainAnswer.costs(dear ? "7.5" : "5");
    }

    private static boolean isFree(PlainVehicle v, LocalDate day) {
        boolean hybrid =
                v.is("hybrid") && (v.isCar() ? !since(day, "2022-10-01") || v.co2() <= 100 : !since(day, "2023-10-01"));
        return v.is("electric")
                || hybrid
                || v.isLight()
                || v.badge()
                || v.errand().equals("emergency-room")
                || v.serves("emergency", "street-cleaning", "public-transport", "taxi");
    }

    private boolean freeEntry(PlainVehicle v, LocalDate day) {
        Set<LocalDate> used = freeEntries.computeIfAbsent(v.holder() + " " + day.getYear(), none -> new HashSet<>());
        int most = since(day, "2024-01-01") ? 50 : 40;
        boolean free = used.contains(day) ? used.size() <= most : used.size() + 1 <= most;
        boolean paid = tickets.contains(v.id() + " " + day);
        if (free && !paid) {
            used.add(day);
        }
        return free;
    }
}
