package io.citytwin.rules.internal.engine;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.HourWindow;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When the law that regulations read can turn by time alone: at midnight, when a date, a weekday or a season can change,
 * and at both ends of each window of hours. Immutable.
 */
public final class LawTurns {

    private final NavigableSet<LocalTime> times = new TreeSet<>();
    private final CivilCalendar calendar;

    /**
     * The turns of all parameters of some regulations, whenever they are in force.
     *
     * @param regulations whose parameters are looked at
     * @param calendar time zone and holidays
     */
    public LawTurns(Collection<Regulation> regulations, CivilCalendar calendar) {
        this(
                calendar,
                regulations.stream()
                        .flatMap(regulation -> regulation.parameters().byName().values().stream())
                        .toList());
    }

    /**
     * The turns of some parameters, whenever they are in force.
     *
     * @param calendar time zone and holidays
     * @param parameters that are looked at
     */
    public LawTurns(CivilCalendar calendar, Collection<Parameter> parameters) {
        this.calendar = calendar;
        parameters.stream().flatMap(LawTurns::windows).forEach(window -> {
            times.add(window.from());
            times.add(window.to());
        });
    }

    /** The turns of all law that answers about a topic. */
    static LawTurns of(Law law, Topic topic, CivilCalendar calendar) {
        return new LawTurns(
                law.provisions().stream()
                        .filter(group -> group.rules().stream().anyMatch(topic::asks))
                        .flatMap(group -> law.readBy(group.regulation()))
                        .toList(),
                calendar);
    }

    /**
     * The hours that a parameter has had or will have.
     *
     * @param parameter hours, or a table with such a column
     * @return none for other kinds
     */
    public static Stream<HourWindow> windows(Parameter parameter) {
        return parameter.values().stream().flatMap(dated -> {
            if (dated.value() instanceof LawValue.OfHours hours) {
                return Stream.of(hours.hours());
            }
            return dated.value() instanceof LawValue.OfTable table
                    ? table.rows().stream()
                            .flatMap(row -> row.cells().values().stream())
                            .filter(LawValue.HoursCell.class::isInstance)
                            .map(cell -> ((LawValue.HoursCell) cell).hours())
                    : Stream.empty();
        });
    }

    /** The first turn after a moment. */
    Instant nextAfter(Instant moment) {
        LocalDate day = calendar.dateOf(moment);
        Instant midnight = calendar.startOf(day.plusDays(1));
        return onDay(day).filter(turn -> turn.isAfter(moment)).reduce(midnight, LawTurns::earlier);
    }

    /** The last time of day at which the law can have turned: until the next one it stays, as long as the day does. */
    LocalTime since(Instant moment) {
        LocalTime turn = times.floor(LocalTime.ofInstant(moment, calendar.zone()));
        return turn == null ? LocalTime.MIDNIGHT : turn;
    }

    /**
     * The turns after a moment and up to another.
     *
     * @param after not included
     * @param until included
     * @return in order
     */
    public List<Instant> between(Instant after, Instant until) {
        return Stream.iterate(nextAfter(after), turn -> !turn.isAfter(until), this::nextAfter)
                .toList();
    }

    /** On the day that clocks change, a time can come twice or never. */
    private Stream<Instant> onDay(LocalDate day) {
        Stream<Instant> turns = times.stream()
                .flatMap(time -> calendar.zone().getRules().getValidOffsets(day.atTime(time)).stream()
                        .map(offset -> day.atTime(time).toInstant(offset)));
        ZoneOffsetTransition change =
                calendar.zone().getRules().nextTransition(calendar.startOf(day).minusNanos(1));
        return change == null ? turns : Stream.concat(turns, Stream.of(change.getInstant()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
