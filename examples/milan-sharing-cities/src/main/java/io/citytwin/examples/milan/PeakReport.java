package io.citytwin.examples.milan;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.DistrictDay;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.energy.DistrictEnergy;
import io.citytwin.rules.energy.ForecastError;
import io.citytwin.rules.energy.PastQuarter;
import io.citytwin.rules.energy.PowerSplit;
import io.citytwin.rules.energy.Prediction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a report shows of a working day on which law limits the power of districts: played twice, once with devices that
 * share and once with nobody held. For one thread at a time.
 */
final class PeakReport {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    /** So many days of the same type a forecast must know. */
    private static final int KNOWN_DAYS = 4;

    /** Without a forecast, the day itself and one on which devices and meters begin. */
    private static final int STARTING_DAYS = 1;

    private final City city;
    private final LocalDate day;
    private final PeakDay shared;

    private PeakReport(City city, LocalDate day, PeakDay shared) {
        this.city = city;
        this.day = day;
        this.shared = shared;
    }

    /**
     * The districts that pass their limits if nobody is held, or the one that comes nearest to it; none if law limits no
     * district that day.
     */
    static List<DistrictDay> of(City city, RegulationBundle law, Period shown, Supplier<Site> sites) {
        LocalDate day = workingDayIn(shown);
        Period days = new Period(earlier(day, KNOWN_DAYS), day);
        try (PeakDay shared = new PeakDay(city, law, days, true, sites.get()).play()) {
            if (shared.energy().districts().stream().noneMatch(district -> isLimited(shared.energy(), district, day))) {
                return List.of();
            }
            Period last = new Period(day.minusDays(STARTING_DAYS), day);
            try (PeakDay free = new PeakDay(city, law, last, false, sites.get()).play()) {
                return new PeakReport(city, day, shared).of(free.energy());
            }
        }
    }

    /** The one in the middle, or the last before it. */
    static LocalDate workingDayIn(Period shown) {
        return earlier(shown.from().plusDays(shown.days() / 2), 0);
    }

    /** So many working days before the last one until then. */
    private static LocalDate earlier(LocalDate until, int number) {
        LocalDate day = until;
        int left = number;
        while (left > 0 || !isWorkingDay(day)) {
            left -= isWorkingDay(day) ? 1 : 0;
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !CALENDAR.isHoliday(day);
    }

    private static boolean isLimited(DistrictEnergy energy, TwinId district, LocalDate day) {
        return energy.past(district).stream()
                .anyMatch(
                        quarter -> quarter.cap().isPresent() && dateOf(quarter).equals(day));
    }

    private static LocalDate dateOf(PastQuarter quarter) {
        return CALENDAR.dateOf(quarter.balance().from());
    }

    private List<DistrictDay> of(DistrictEnergy free) {
        List<DistrictDay> limited = shared.energy().districts().stream()
                .filter(district -> isLimited(shared.energy(), district, day))
                .map(district -> of(district, free))
                .toList();
        List<DistrictDay> passing = limited.stream()
                .filter(one -> one.mostOfLimit().compareTo(BigDecimal.ONE) > 0)
                .toList();
        return passing.isEmpty()
                ? limited.stream()
                        .max(Comparator.comparing(DistrictDay::mostOfLimit))
                        .map(List::of)
                        .orElse(List.of())
                : passing;
    }

    private DistrictDay of(TwinId district, DistrictEnergy free) {
        Map<Instant, BigDecimal> freely = new HashMap<>();
        free.past(district)
                .forEach(quarter -> freely.put(
                        quarter.balance().from(), quarter.balance().load().amount()));
        DistrictEnergy energy = shared.energy();
        List<PastQuarter> past = energy.past(district).stream()
                .filter(quarter -> dateOf(quarter).equals(day))
                .toList();
        ForecastError error = energy.error(district);
        return new DistrictDay(
                AirWinter.label(city.find(district.toString())),
                day,
                past.stream().map(quarter -> quarter(quarter, freely)).toList(),
                new DistrictDay.Forecast(
                        method(past),
                        tenths(error.meanAbsolute().amount()),
                        tenths(error.bias().amount())),
                gaveWay(district, "output"),
                gaveWay(district, "dimming"),
                shared.splits(district).stream()
                        .map(split -> tenths(split.unmet().amount()))
                        .reduce(BigDecimal.ZERO, BigDecimal::max));
    }

    private static String method(List<PastQuarter> past) {
        return past.stream()
                        .flatMap(quarter -> quarter.predicted().stream())
                        .allMatch(made -> made.method() == Prediction.Method.SAME_QUARTER)
                ? "the same quarter of the last " + KNOWN_DAYS
                        + " working days, with what is left of the last deviation"
                : "the last quarter, as too few days are known";
    }

    /** Devices that wanted more than they were given, each with the least of its shares. */
    private DistrictDay.GaveWay gaveWay(TwinId district, String property) {
        Map<TwinId, BigDecimal> least = new TreeMap<>();
        for (PowerSplit split : shared.splits(district)) {
            split.grants().forEach((actuator, grant) -> {
                if (grant.curtailed() && actuator.property().equals(property)) {
                    least.merge(actuator.twin(), grant.share().amount(), BigDecimal::min);
                }
            });
        }
        return new DistrictDay.GaveWay(least.size(), least.values().stream().min(Comparator.naturalOrder()));
    }

    private static DistrictDay.Quarter quarter(PastQuarter past, Map<Instant, BigDecimal> freely) {
        Instant from = past.balance().from();
        return new DistrictDay.Quarter(
                LocalTime.ofInstant(from, CALENDAR.zone()),
                tenths(past.balance().load().amount()),
                tenths(freely.getOrDefault(from, BigDecimal.ZERO)),
                past.predicted().map(told -> tenths(told.expected().amount())),
                past.predicted().map(told -> tenths(told.high().amount())),
                past.cap().map(Quantity::amount).map(PeakReport::tenths),
                past.curtailed(),
                tenths(past.balance().estimated().amount()));
    }

    private static BigDecimal tenths(BigDecimal kilowatts) {
        return kilowatts.setScale(1, RoundingMode.HALF_UP);
    }
}
