package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirError;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.error.CityTwinException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When something was measured. Immutable.
 *
 * @param day the civil day
 * @param start the day's first instant for a mean of a day, otherwise the moment itself
 * @param ofDay whether it is a day
 */
public record Moment(LocalDate day, Instant start, boolean ofDay) {

    @Override
    public String toString() {
        return ofDay ? day.toString() : start.toString();
    }

    /** Reads how a feed writes times. For one thread at a time: files name few times and each of them often. */
    static final class Reader {

        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2200;
        private static final int REMEMBERED = 10_000;

        private final AirFeed.Dates dates;
        private final DateTimeFormatter form;
        private final Map<String, Moment> days = new HashMap<>();
        private final Map<String, Moment> moments = new HashMap<>();

        Reader(AirFeed.Dates dates) {
            this.dates = dates;
            form = DateTimeFormatter.ofPattern(dates.form(), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        }

        /** The day that a text names. */
        Moment day(String text) {
            return remembered(days, text, true);
        }

        /** The moment that a text names. */
        Moment moment(String text) {
            return remembered(moments, text, false);
        }

        private Moment remembered(Map<String, Moment> known, String text, boolean ofDay) {
            Moment moment = known.get(text);
            if (moment == null) {
                moment = read(text, ofDay);
                if (known.size() < REMEMBERED) {
                    known.put(text, moment);
                }
            }
            return moment;
        }

        private Moment read(String text, boolean ofDay) {
            try {
                TemporalAccessor said =
                        form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                Moment moment = ofDay ? day(said) : moment(said);
                if (moment.day().getYear() >= FIRST_YEAR && moment.day().getYear() <= LAST_YEAR) {
                    return moment;
                }
            } catch (DateTimeException none) {
                // refused below like a year that nobody measured in
            }
            boolean iso = dates.form().startsWith("uuuu-MM-dd");
            throw new CityTwinException(
                    AirError.DATE,
                    "`" + text + "` is not a date.",
                    iso
                            ? "Maybe write year, month and day, such as `2019-01-31`."
                            : "Maybe its form is not `" + dates.form() + "`.");
        }

        private Moment day(TemporalAccessor said) {
            LocalDate day = said instanceof OffsetDateTime exact
                    ? exact.atZoneSameInstant(dates.civil()).toLocalDate()
                    : LocalDate.from(said);
            LocalDate measured = dates.publication() == AirFeed.Publication.PREVIOUS_DAY ? day.minusDays(1) : day;
            return new Moment(measured, measured.atStartOfDay(dates.civil()).toInstant(), true);
        }

        private Moment moment(TemporalAccessor said) {
            Instant moment = said instanceof OffsetDateTime exact ? exact.toInstant() : local(said);
            return new Moment(LocalDate.ofInstant(moment, dates.civil()), moment, false);
        }

        private Instant local(TemporalAccessor said) {
            LocalDateTime local = LocalDateTime.from(said);
            ZoneId clock = dates.clock();
            // None if clocks were put forward over it; of two, the first.
            List<ZoneOffset> offsets = clock.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw new DateTimeException("no such time");
            }
            return local.toInstant(offsets.get(0));
        }
    }
}
