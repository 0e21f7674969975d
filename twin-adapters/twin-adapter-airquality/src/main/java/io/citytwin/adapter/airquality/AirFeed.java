package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.FeedForm;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the rows of an agency's files say what was measured where and when. Immutable.
 *
 * <p>A field is the name of a column, or of a member of a JSON object; {@code /a/b} is a JSON pointer into a row, and a text
 * with braces is put together: {@code {town}-{point}}.
 *
 * @param table how the text is cut into rows
 * @param columns which field holds what
 * @param dates how times are written
 * @param measures the pollutants that are read, by the words that the feed has for them; a feed without a field for
 *     pollutants has exactly one
 * @param ignored words for pollutants that are passed over
 * @param units the feed's words for units; a unit's own symbol needs none
 * @param missing what stands for a value that is missing
 * @param flags how far a value with a flag can be trusted; a flag that is not here is refused
 * @param quality of values without a flag; {@link Quality#GOOD} also says that the whole feed is validated, so that what it says
 *     replaces what other feeds said of the same moment and never the other way round
 * @param only field to the text that it must hold; other rows are passed over
 * @param oldest how long ago a value may have been measured
 * @param twin the id of a station's twin, such as {@code it.milano:air-{station}}
 * @param sensors whether a registry says what each sensor measures and where it stands
 */
public record AirFeed(
        Table table,
        Columns columns,
        Dates dates,
        SortedMap<String, Measure> measures,
        SortedSet<String> ignored,
        SortedMap<String, Unit> units,
        SortedSet<String> missing,
        SortedMap<String, Quality> flags,
        Quality quality,
        SortedMap<String, String> only,
        Duration oldest,
        String twin,
        boolean sensors) {

    /** Copies the maps and sets. */
    public AirFeed {
        measures = copy(measures);
        ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
        units = copy(units);
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        flags = copy(flags);
        only = copy(only);
    }

    /** How a text is written. Immutable. */
    public enum Format {
        /** A header, and below it one row per line. */
        CSV,
        /** An array of objects. */
        JSON
    }

    /**
     * How a text is cut into rows. Immutable.
     *
     * @param format CSV or JSON
     * @param delimiter what stands between two cells
     * @param decimal the decimal sign of numbers, {@code .} or {@code ,}
     * @param trailing whether each row ends with one more delimiter than the header
     * @param rows a JSON pointer to the array; empty if the whole text is one
     */
    public record Table(Format format, char delimiter, char decimal, boolean trailing, String rows) {}

    /**
     * Which field holds what. Immutable.
     *
     * @param station the station's code, or its sensor's, if a registry of sensors is given
     * @param pollutant the word for what was measured; empty if the feed has one pollutant, or a registry says it
     * @param value the number
     * @param unit its unit; empty if the pollutant's own is meant
     * @param flag how valid it is
     * @param date the day, or the moment
     * @param time the hour, if the date does not tell it
     */
    public record Columns(
            String station,
            Optional<String> pollutant,
            String value,
            Optional<String> unit,
            Optional<String> flag,
            String date,
            Optional<String> time) {}

    /**
     * How times are written. Immutable.
     *
     * @param form a pattern of {@link java.time.format.DateTimeFormatter}, such as {@code dd/MM/uuuu}; date and time are read
     *     together, with a blank between them
     * @param clock by which clock hours are told: a zone, or an offset that stays all year
     * @param civil in which zone days begin
     * @param publication whether the date is that of the measurement
     */
    public record Dates(String form, ZoneId clock, ZoneId civil, Publication publication) {}

    /** What a date says. Immutable. */
    public enum Publication {
        /** The day of the measurement. */
        SAME_DAY,
        /** The day of the publication, on which the day before was measured. */
        PREVIOUS_DAY
    }

    /**
     * What becomes of one pollutant. Immutable.
     *
     * @param property of the station's twin, such as {@code pm10}
     * @param unit of the property
     * @param mean over which time; that of a day belongs to the day's first instant
     * @param highest the highest believable value
     * @param rank if two methods measure the same at one station, the lower rank counts
     */
    public record Measure(String property, Unit unit, Mean mean, BigDecimal highest, int rank) {}

    /** Over which time a value is a mean. Immutable. */
    public enum Mean {
        /** A civil day. */
        DAY,
        /** What the feed says, such as an hour: the moment stays as the feed writes it. */
        MOMENT
    }

    /**
     * A feed that is described in the module.
     *
     * @param name one of {@link #presets}
     * @return a feed
     * @throws io.citytwin.core.error.CityTwinException {@code A117} if there is no such preset
     */
    public static AirFeed preset(String name) {
        return builder().preset(name).build();
    }

    /**
     * The feeds that are described in the module.
     *
     * @return their names
     */
    public static SortedSet<String> presets() {
        return FeedForm.presets();
    }

    /**
     * Describes a feed of your own.
     *
     * @return a builder that begins with the preset {@code generic}
     */
    public static AirFeedBuilder builder() {
        return new AirFeedBuilder();
    }

    /**
     * Whether its agency has checked what it says.
     *
     * @return true if values are good unless a flag says otherwise
     */
    public boolean isValidated() {
        return quality == Quality.GOOD;
    }

    private static <V> SortedMap<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
