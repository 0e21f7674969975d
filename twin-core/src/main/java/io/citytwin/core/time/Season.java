package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same days of every year, both ends included; it may pass the end of the year. Immutable.
 *
 * <p>A season that ends on 29 February covers the whole of February in every year, one that ends on 28 February leaves
 * out the 29th; a season that starts on 29 February starts on 1 March of a year without that day.
 *
 * @param first first day
 * @param last last day, included; before {@code first} if the season passes the end of the year
 */
public record Season(MonthDay first, MonthDay last) {

    private static final Pattern FORM = Pattern.compile("([0-9]{2})-([0-9]{2})\\.\\.([0-9]{2})-([0-9]{2})");

    /**
     * Reads {@code month-day..month-day}.
     *
     * @param text such as {@code 10-01..03-31}
     * @return the season
     * @throws CityTwinException {@code C107} if the text has another form or names a day that does not exist
     */
    public static Season parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(text);
        }
        try {
            return new Season(day(form, 1), day(form, 3));
        } catch (DateTimeException noSuchDay) {
            throw refused(text);
        }
    }

    /**
     * Whether a day lies in the season.
     *
     * @param date any day of any year
     * @return true if it does
     */
    public boolean contains(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean started = !day.isBefore(first);
        boolean going = !day.isAfter(last);
        return first.isAfter(last) ? started || going : started && going;
    }

    /** The text that {@link #parse} reads back. */
    @Override
    public String toString() {
        return text(first) + ".." + text(last);
    }

    private static MonthDay day(Matcher form, int group) {
        return MonthDay.of(Integer.parseInt(form.group(group)), Integer.parseInt(form.group(group + 1)));
    }

    private static String text(MonthDay day) {
        return WindowText.twoDigits(day.getMonthValue()) + "-" + WindowText.twoDigits(day.getDayOfMonth());
    }

    private static CityTwinException refused(String text) {
        return WindowText.refused(
                text,
                "a season",
                "Maybe write its first and last day as month-day..month-day, such as `10-01..03-31`.");
    }
}
