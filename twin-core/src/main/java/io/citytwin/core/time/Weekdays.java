package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Some days of the week. Immutable.
 *
 * @param days at least one day, Monday first
 */
public record Weekdays(Set<DayOfWeek> days) {

    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final String DAILY = "daily";

    /**
     * Copies the days.
     *
     * @throws CityTwinException {@code C107} if there is none
     */
    public Weekdays {
        if (days.isEmpty()) {
            throw refused("");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /**
     * Reads {@code daily}, or names and ranges with one space between them; a range may pass Sunday.
     *
     * @param text such as {@code Mon Thu}, {@code Mon-Fri} or {@code daily}
     * @return the days
     * @throws CityTwinException {@code C107} if the text has another form or names a day twice
     */
    public static Weekdays parse(String text) {
        if (text.equals(DAILY)) {
            return new Weekdays(EnumSet.allOf(DayOfWeek.class));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(" ", -1)) {
            for (DayOfWeek day : range(text, part)) {
                if (!days.add(day)) {
                    throw refused(text);
                }
            }
        }
        return new Weekdays(days);
    }

    /**
     * Whether a date falls on one of these days.
     *
     * @param date any day
     * @return true if it does
     */
    public boolean contains(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    /** The shortest text that {@link #parse} reads back. */
    @Override
    public String toString() {
        if (days.size() == NAMES.size()) {
            return DAILY;
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < NAMES.size()) {
            int end = endOfRun(at);
            if (end - at >= 3) {
                parts.add(NAMES.get(at) + "-" + NAMES.get(end - 1));
            } else {
                parts.addAll(NAMES.subList(at, end));
            }
            at = end + 1;
        }
        return String.join(" ", parts);
    }

    private int endOfRun(int start) {
        int end = start;
        while (end < NAMES.size() && days.contains(DayOfWeek.of(end + 1))) {
            end++;
        }
        return end;
    }

    private static List<DayOfWeek> range(String text, String part) {
        String[] ends = part.split("-", -1);
        if (ends.length > 2) {
            throw refused(text);
        }
        DayOfWeek day = day(text, ends[0]);
        DayOfWeek last = day(text, ends[ends.length - 1]);
        if (ends.length == 2 && day == last) {
            throw refused(text);
        }
        List<DayOfWeek> days = new ArrayList<>(List.of(day));
        while (day != last) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    private static DayOfWeek day(String text, String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw refused(text);
        }
        return DayOfWeek.of(index + 1);
    }

    private static CityTwinException refused(String text) {
        return WindowText.refused(
                text, "a set of weekdays", "Maybe write each day once, such as `Mon Thu`, `Mon-Fri` or `daily`.");
    }
}
