package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of some days, from the first minute to just before the end. Immutable.
 *
 * <p>The window is what the clock on the wall shows: an hour that is skipped in spring is in no window, an hour that
 * comes twice in autumn is in its window both times. A window that passes midnight belongs to the day it starts on: the
 * weekday and the holiday of that day count until it ends.
 *
 * @param days days on which it starts
 * @param from first minute
 * @param to just after the last minute; midnight means the end of the day, a time before {@code from} the next day
 * @param exceptHolidays true if it does not start on holidays
 */
public record HourWindow(Weekdays days, LocalTime from, LocalTime to, boolean exceptHolidays) {

    private static final String NOT_HOLIDAY = " not holiday";
    private static final String END_OF_DAY = "24:00";
    private static final Pattern FORM = Pattern.compile(
            "(.+) (" + WindowText.TIME + ")-(" + WindowText.TIME + "|" + END_OF_DAY + ")(" + NOT_HOLIDAY + ")?");
    private static final Duration HORIZON = Duration.ofDays(400);

    /**
     * Checks the hours.
     *
     * @throws CityTwinException {@code C107} if they are no whole minutes, or equal other than midnight to midnight
     */
    public HourWindow {
        boolean empty = from.equals(to) && !from.equals(LocalTime.MIDNIGHT);
        if (empty || WindowText.hasSeconds(from) || WindowText.hasSeconds(to)) {
            throw refused(days + " " + from + "-" + to);
        }
    }

    /**
     * Reads {@code weekdays HH:mm-HH:mm}, with {@code not holiday} after it if it does not start on holidays.
     *
     * @param text such as {@code Mon-Fri 07:30-19:30 not holiday} or {@code daily 00:00-24:00}
     * @return the window
     * @throws CityTwinException {@code C107} if the text has another form
     */
    public static HourWindow parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(2).equals(form.group(3))) {
            throw refused(text);
        }
        LocalTime to = form.group(3).equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(form.group(3));
        return new HourWindow(Weekdays.parse(form.group(1)), LocalTime.parse(form.group(2)), to, form.group(4) != null);
    }

    /**
     * Whether a moment lies in the window.
     *
     * @param moment any instant
     * @param calendar whose civil time and holidays count
     * @return true from the first minute to just before the end
     */
    public boolean contains(Instant moment, CivilCalendar calendar) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, calendar.zone());
        LocalTime time = local.toLocalTime();
        boolean overMidnight = !to.equals(LocalTime.MIDNIGHT) && to.isBefore(from);
        boolean started = !time.isBefore(from) && (overMidnight || to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        return (started && startsOn(local.toLocalDate(), calendar))
                || (overMidnight
                        && time.isBefore(to)
                        && startsOn(local.toLocalDate().minusDays(1), calendar));
    }

    /**
     * The next moment at which {@link #contains} changes its answer.
     *
     * @param after the moment before; it is never the answer itself
     * @param calendar whose civil time and holidays count
     * @return the moment, or empty if nothing changes within 400 days
     */
    public Optional<Instant> nextBoundary(Instant after, CivilCalendar calendar) {
        boolean inside = contains(after, calendar);
        Instant horizon = after.plus(HORIZON);
        for (LocalDate day = calendar.dateOf(after); !calendar.startOf(day).isAfter(horizon); day = day.plusDays(1)) {
            for (Instant candidate : candidates(day, calendar)) {
                if (candidate.isAfter(after)
                        && !candidate.isAfter(horizon)
                        && contains(candidate, calendar) != inside) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** The text that {@link #parse} reads back. */
    @Override
    public String toString() {
        String end = to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : WindowText.minute(to);
        return days + " " + WindowText.minute(from) + "-" + end + (exceptHolidays ? NOT_HOLIDAY : "");
    }

    private boolean startsOn(LocalDate day, CivilCalendar calendar) {
        return days.contains(day) && !(exceptHolidays && calendar.isHoliday(day));
    }

    // Between two of these the clock on the wall runs evenly and passes neither end.
    private SortedSet<Instant> candidates(LocalDate day, CivilCalendar calendar) {
        ZoneRules rules = calendar.zone().getRules();
        SortedSet<Instant> all = new TreeSet<>();
        for (LocalDateTime local : new LocalDateTime[] {day.atTime(from), day.atTime(to)}) {
            for (ZoneOffset offset : rules.getValidOffsets(local)) {
                all.add(local.toInstant(offset));
            }
        }
        Instant start = calendar.startOf(day);
        Instant end = calendar.startOf(day.plusDays(1));
        if (!Duration.between(start, end).equals(Duration.ofDays(1))) {
            ZoneOffsetTransition change = rules.nextTransition(start.minusNanos(1));
            if (change != null) {
                all.add(change.getInstant());
            }
        }
        return all;
    }

    private static CityTwinException refused(String text) {
        return WindowText.refused(
                text,
                "a window of hours",
                "Maybe write days and hours as `Mon-Fri 07:30-19:30`, with ` not holiday` after it if holidays are free;"
                        + " the whole day is `00:00-24:00`.");
    }
}
