package io.citytwin.rules.internal.backtest;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.Season;
import io.citytwin.rules.internal.engine.LawTurns;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Validity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts days on which law says the same into one kind: between two dates of law, in the same seasons, and where days of
 * the week or holidays matter, on the same of them. Immutable.
 */
final class DayKinds {

    private final NavigableSet<LocalDate> turns = new TreeSet<>();
    private final List<Season> seasons;
    private final boolean byWeekday;
    private final CivilCalendar calendar;
    private final boolean eachForItself;

    /** Each day is a kind of its own where rules look at what changes from day to day. */
    DayKinds(MeasureLaw law, CivilCalendar calendar) {
        this.calendar = calendar;
        this.eachForItself = law.changesDaily();
        turns.add(LocalDate.MIN);
        law.parameters().stream().flatMap(DayKinds::validities).forEach(validity -> {
            turns.add(validity.from());
            validity.lastDay().ifPresent(last -> turns.add(last.plusDays(1)));
        });
        law.provisions().forEach(provision -> {
            turns.add(provision.since());
            provision.lastDay().ifPresent(last -> turns.add(last.plusDays(1)));
        });
        this.seasons = law.parameters().stream()
                .flatMap(DayKinds::values)
                .flatMap(DayKinds::seasons)
                .distinct()
                .toList();
        this.byWeekday = law.parameters().stream().anyMatch(DayKinds::looksAtWeekdays);
    }

    private static boolean looksAtWeekdays(Parameter parameter) {
        return values(parameter).anyMatch(LawValue.OfWeekdays.class::isInstance)
                || LawTurns.windows(parameter)
                        .anyMatch(window ->
                                window.exceptHolidays() || window.days().days().size() < DayOfWeek.values().length);
    }

    /** Equal for days of one kind. */
    record Kind(LocalDate law, List<Boolean> seasons, List<Object> day, Duration length, Optional<LocalDate> itself) {}

    private static Stream<LawValue> values(Parameter parameter) {
        return parameter.values().stream().map(DatedValue::value);
    }

    private static Stream<Validity> validities(Parameter parameter) {
        return Stream.concat(
                parameter.values().stream().map(DatedValue::validity),
                values(parameter).flatMap(DayKinds::rows).flatMap(row -> row.validity().stream()));
    }

    private static Stream<LawValue.Row> rows(LawValue value) {
        return value instanceof LawValue.OfTable table ? table.rows().stream() : Stream.empty();
    }

    private static Stream<Season> seasons(LawValue value) {
        return value instanceof LawValue.OfSeason season
                ? Stream.of(season.season())
                : rows(value)
                        .flatMap(row -> row.cells().values().stream())
                        .filter(LawValue.SeasonCell.class::isInstance)
                        .map(cell -> ((LawValue.SeasonCell) cell).season());
    }

    Kind of(LocalDate day) {
        LocalDate since = turns.floor(day);
        return new Kind(
                since == null ? LocalDate.MIN : since,
                seasons.stream().map(season -> season.contains(day)).toList(),
                byWeekday ? weekday(day) : List.of(),
                Duration.between(calendar.startOf(day), calendar.startOf(day.plusDays(1))),
                Optional.of(day).filter(itself -> eachForItself));
    }

    /** Hours that pass midnight belong to the day they started on. */
    private List<Object> weekday(LocalDate day) {
        return List.of(day.getDayOfWeek(), calendar.isHoliday(day.minusDays(1)), calendar.isHoliday(day));
    }
}
