package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * A moment of every day, such as the hour at which a level is decided. Immutable.
 *
 * @param time as the clock on the wall shows it, a whole minute
 */
public record DailyInstant(LocalTime time) {

    private static final String DAILY = "daily ";
    private static final Pattern FORM = Pattern.compile(DAILY + WindowText.TIME);

    /**
     * Checks the time.
     *
     * @throws CityTwinException {@code C107} if it is no whole minute
     */
    public DailyInstant {
        if (WindowText.hasSeconds(time)) {
            throw refused(DAILY + time);
        }
    }

    /**
     * Reads {@code daily HH:mm}.
     *
     * @param text such as {@code daily 12:00}
     * @return the moment
     * @throws CityTwinException {@code C107} if the text has another form
     */
    public static DailyInstant parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw refused(text);
        }
        return new DailyInstant(LocalTime.parse(text.substring(DAILY.length())));
    }

    /**
     * The next such moment.
     *
     * @param after the moment before; it is never the answer itself
     * @param calendar whose civil time it is
     * @return the first one later than {@code after}
     */
    public Instant nextAfter(Instant after, CivilCalendar calendar) {
        LocalDate today = calendar.dateOf(after);
        Instant todays = on(today, calendar);
        return todays.isAfter(after) ? todays : on(today.plusDays(1), calendar);
    }

    /**
     * The moment on one day; if clocks skip it the first one after the gap, if they show it twice the first.
     *
     * @param date any day
     * @param calendar whose civil time it is
     * @return the moment
     */
    public Instant on(LocalDate date, CivilCalendar calendar) {
        return calendar.at(date, time);
    }

    /** The text that {@link #parse} reads back. */
    @Override
    public String toString() {
        return DAILY + WindowText.minute(time);
    }

    private static CityTwinException refused(String text) {
        return WindowText.refused(
                text, "a moment of every day", "Maybe write hours and minutes, such as `daily 12:00`.");
    }
}
