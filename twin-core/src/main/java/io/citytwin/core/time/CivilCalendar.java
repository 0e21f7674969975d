package io.citytwin.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Civil days and public holidays of a country, and the patron days of its areas. Immutable.
 *
 * <p>A calendar speaks for the whole country until {@link #in} narrows it to one area.
 */
public final class CivilCalendar {

    private static final CivilCalendar ITALY = new CivilCalendar(ZoneId.of("Europe/Rome"), italianDays(), true)
            .withPatronDay("IT-MI", MonthDay.of(12, 7), "Sant'Ambrogio")
            .withPatronDay("IT-TO", MonthDay.of(6, 24), "San Giovanni");

    private final ZoneId zone;
    private final List<YearlyHoliday> yearly;
    private final boolean easter;
    private final SortedMap<String, List<YearlyHoliday>> patrons;

    private CivilCalendar(ZoneId zone, List<YearlyHoliday> yearly, boolean easter) {
        this(zone, yearly, easter, new TreeMap<>());
    }

    private CivilCalendar(
            ZoneId zone, List<YearlyHoliday> yearly, boolean easter, SortedMap<String, List<YearlyHoliday>> patrons) {
        this.zone = zone;
        this.yearly = List.copyOf(yearly);
        this.easter = easter;
        this.patrons = Collections.unmodifiableSortedMap(new TreeMap<>(patrons));
    }

    /**
     * Italy: Europe/Rome, the public holidays in force since 2001 (L. 260/1949 as amended by L. 336/2000), and the
     * patron days of Milan ({@code IT-MI}) and Turin ({@code IT-TO}). Before 2001 the list is not the law of the time.
     *
     * @return the same calendar each time
     */
    public static CivilCalendar italy() {
        return ITALY;
    }

    /**
     * A calendar that knows no holiday.
     *
     * @param zone whose civil days they are
     * @return a calendar
     */
    public static CivilCalendar of(ZoneId zone) {
        return new CivilCalendar(zone, List.of(), false);
    }

    /**
     * Adds the patron day of an area.
     *
     * @param areaCode the area, such as {@code IT-MI}
     * @param day the same every year; 29 February only exists in leap years
     * @param name whose day it is
     * @return a larger calendar; this one stays as it is
     */
    public CivilCalendar withPatronDay(String areaCode, MonthDay day, String name) {
        SortedMap<String, List<YearlyHoliday>> more = new TreeMap<>(patrons);
        List<YearlyHoliday> ofArea = new ArrayList<>(patronsOf(areaCode));
        ofArea.add(YearlyHoliday.of(day.getMonthValue(), day.getDayOfMonth(), name));
        more.put(areaCode, List.copyOf(ofArea));
        return new CivilCalendar(zone, yearly, easter, more);
    }

    /**
     * The calendar of one area: its patron days are holidays like the others.
     *
     * @param areaCode the area; one without a known patron day has the country's calendar
     * @return a calendar for windows that exclude holidays
     */
    public CivilCalendar in(String areaCode) {
        List<YearlyHoliday> all = new ArrayList<>(yearly);
        all.addAll(patronsOf(areaCode));
        return new CivilCalendar(zone, all, easter, patrons);
    }

    /**
     * Whose civil days they are.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Whether a day is a public holiday. Sundays as such are not; Easter Sunday is.
     *
     * @param date any day
     * @return true for a holiday of the whole country
     */
    public boolean isHoliday(LocalDate date) {
        return yearly.stream().anyMatch(holiday -> holiday.falls(date)) || (easter && isEaster(date));
    }

    /**
     * Whether a day is a public holiday or a patron day of an area.
     *
     * @param date any day
     * @param areaCode the area, such as {@code IT-MI}
     * @return true for a holiday there
     */
    public boolean isHoliday(LocalDate date, String areaCode) {
        return isHoliday(date) || patronsOf(areaCode).stream().anyMatch(patron -> patron.falls(date));
    }

    /**
     * The public holidays of a year.
     *
     * @param year such as 2026
     * @return sorted by date, then name
     */
    public List<Holiday> holidays(int year) {
        Stream<Holiday> fixed =
                yearly.stream().filter(holiday -> holiday.exists(year)).map(holiday -> holiday.in(year));
        return Stream.concat(fixed, easter ? easterDays(year) : Stream.empty())
                .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::name))
                .toList();
    }

    /**
     * The civil day of a moment.
     *
     * @param moment any instant
     * @return the day in this calendar's zone
     */
    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /**
     * The first moment of a civil day.
     *
     * @param date any day
     * @return midnight, or the end of a gap that swallows midnight
     */
    public Instant startOf(LocalDate date) {
        return at(date, LocalTime.MIDNIGHT);
    }

    /**
     * The moment at which clocks show a time. A time that is skipped becomes the first moment after the gap; of a time
     * that comes twice the first is meant.
     *
     * @param date any day
     * @param time as the clock on the wall shows it
     * @return the moment
     */
    public Instant at(LocalDate date, LocalTime time) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private List<YearlyHoliday> patronsOf(String areaCode) {
        return patrons.getOrDefault(areaCode, List.of());
    }

    private static boolean isEaster(LocalDate date) {
        return easterDays(date.getYear()).anyMatch(holiday -> holiday.date().equals(date));
    }

    private static Stream<Holiday> easterDays(int year) {
        LocalDate sunday = Easter.sunday(year);
        return Stream.of(
                new Holiday(sunday, "Pasqua", false), new Holiday(sunday.plusDays(1), "Lunedì dell'Angelo", false));
    }

    private static List<YearlyHoliday> italianDays() {
        return List.of(
                YearlyHoliday.of(1, 1, "Capodanno"),
                YearlyHoliday.of(1, 6, "Epifania"),
                YearlyHoliday.of(4, 25, "Festa della Liberazione"),
                YearlyHoliday.of(5, 1, "Festa del Lavoro"),
                YearlyHoliday.of(6, 2, "Festa della Repubblica"),
                YearlyHoliday.of(8, 15, "Assunzione"),
                // L. 151/2025 was not read.
                new YearlyHoliday(MonthDay.of(10, 4), "San Francesco", 2026, true),
                YearlyHoliday.of(11, 1, "Ognissanti"),
                YearlyHoliday.of(12, 8, "Immacolata Concezione"),
                YearlyHoliday.of(12, 25, "Natale"),
                YearlyHoliday.of(12, 26, "Santo Stefano"));
    }
}
