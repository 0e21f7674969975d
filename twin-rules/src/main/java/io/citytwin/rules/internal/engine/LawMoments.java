package io.citytwin.rules.internal.engine;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.HourWindow;
import io.citytwin.core.time.Season;
import io.citytwin.core.time.Weekdays;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Moments that stand for all others, as far as some law can tell: two moments between which no value or provision begins
 * or ends, and that lie in the same seasons, days of the week and hours, are the same to it. For one thread at a time.
 */
final class LawMoments {

    /** So that each season meets each day of the week and each holiday under the last law, too. */
    private static final int YEARS_AFTER = 6;

    private final CivilCalendar calendar;
    private final List<Parameter> parameters;
    private final NavigableSet<LocalDate> edges = new TreeSet<>();
    private final NavigableSet<LocalDate> published = new TreeSet<>();
    private final NavigableSet<LocalTime> times = new TreeSet<>(Set.of(LocalTime.MIDNIGHT));
    private final Set<Season> seasons = new LinkedHashSet<>();
    private final Set<HourWindow> windows = new LinkedHashSet<>();
    private final Set<Weekdays> weekdays = new LinkedHashSet<>();

    private LawMoments(Collection<Parameter> parameters, Collection<Provision> provisions, CivilCalendar calendar) {
        this.calendar = calendar;
        this.parameters = List.copyOf(parameters);
        parameters.forEach(parameter -> parameter.values().forEach(this::add));
        provisions.forEach(provision -> {
            edges.add(provision.since());
            provision.lastDay().ifPresent(last -> edges.add(last.plusDays(1)));
        });
        windows.forEach(window -> {
            times.add(window.from());
            times.add(window.to());
        });
    }

    /** Earlier moments come first, and of one moment the latest law. */
    static List<Moment> of(Collection<Parameter> parameters, Collection<Provision> provisions, CivilCalendar calendar) {
        return new LawMoments(parameters, provisions, calendar).moments();
    }

    private void add(DatedValue dated) {
        add(dated.validity());
        add(dated.value());
    }

    private void add(Validity validity) {
        edges.add(validity.from());
        validity.lastDay().ifPresent(last -> edges.add(last.plusDays(1)));
        validity.published().ifPresent(published::add);
    }

    private void add(LawValue value) {
        if (value instanceof LawValue.OfSeason season) {
            seasons.add(season.season());
        } else if (value instanceof LawValue.OfHours hours) {
            windows.add(hours.hours());
        } else if (value instanceof LawValue.OfWeekdays days) {
            weekdays.add(days.weekdays());
        } else if (value instanceof LawValue.OfTable table) {
            table.rows().forEach(row -> {
                row.validity().ifPresent(this::add);
                row.cells().values().forEach(this::add);
            });
        }
    }

    private void add(LawValue.Cell cell) {
        if (cell instanceof LawValue.HoursCell hours) {
            windows.add(hours.hours());
        } else if (cell instanceof LawValue.SeasonCell season) {
            seasons.add(season.season());
        }
    }

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        Map<LocalDate, List<LocalDate>> views = new LinkedHashMap<>();
        for (LocalDate day : days()) {
            LocalDate edge = edges.floor(day);
            List<LocalDate> seen = views.computeIfAbsent(edge == null ? LocalDate.MIN : edge, none -> views(day));
            for (LocalTime time : times) {
                seen.forEach(view -> moments.add(Moment.of(calendar.at(day, time), view, Instant.MAX, calendar)));
            }
        }
        return moments;
    }

    /** A day for each way in which days can differ; one on which clocks change stands for others only if none else can. */
    private Collection<LocalDate> days() {
        LocalDate first = edges.isEmpty() ? LocalDate.EPOCH : edges.first().minusDays(1);
        LocalDate last = (edges.isEmpty() ? first : edges.last()).plusYears(YEARS_AFTER);
        Map<Object, LocalDate> plain = new LinkedHashMap<>();
        Map<Object, LocalDate> odd = new LinkedHashMap<>();
        first.datesUntil(last).forEach(day -> {
            boolean clocksChange = !calendar.startOf(day.plusDays(1))
                    .equals(calendar.startOf(day).plusSeconds(24 * 60 * 60));
            (clocksChange ? odd : plain).putIfAbsent(traits(day), day);
        });
        odd.forEach(plain::putIfAbsent);
        return new TreeSet<>(plain.values());
    }

    private Object traits(LocalDate day) {
        BitSet bits = new BitSet();
        int at = 0;
        for (Season season : seasons) {
            bits.set(at++, season.contains(day));
        }
        for (Weekdays days : weekdays) {
            bits.set(at++, days.contains(day));
        }
        for (HourWindow window : windows) {
            bits.set(at++, startsOn(window, day));
            bits.set(at++, startsOn(window, day.minusDays(1)));
        }
        LocalDate edge = edges.floor(day);
        return List.of(edge == null ? LocalDate.MIN : edge, bits);
    }

    private boolean startsOn(HourWindow window, LocalDate day) {
        return window.days().contains(day) && !(window.exceptHolidays() && calendar.isHoliday(day));
    }

    /**
     * The days by whose publications different law is in force on a day: those that were read. Where none was, the first
     * day in force only stands in for it, and who asks for the law of such a day asks about that gap.
     */
    private List<LocalDate> views(LocalDate day) {
        List<LocalDate> views = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Stream<LocalDate> all = Stream.concat(
                Stream.concat(Stream.of(LocalDate.MAX), published.descendingSet().stream()),
                published.stream().limit(1).map(first -> first.minusDays(1)));
        all.filter(view -> seen.add(inForce(day, view))).forEach(views::add);
        return views;
    }

    private List<Place> inForce(LocalDate day, LocalDate view) {
        List<Place> places = new ArrayList<>();
        for (Parameter parameter : parameters) {
            DatedValue dated = parameter.at(day, view).orElse(null);
            places.add(dated == null ? parameter.place() : dated.place());
            if (dated != null && dated.value() instanceof LawValue.OfTable table) {
                table.rowsAt(day, view).forEach(row -> places.add(row.place()));
            }
        }
        return places;
    }
}
